import type { Connectivity } from '../../facts/mdatp/connectivity.ts';

/** Whether the agent reached every endpoint that it tried; a wrong proxy then does no harm now. */
export function isReached(test: Connectivity | undefined): boolean {
  return test !== undefined && test.endpoints.length > 0 && test.endpoints.every(({ value }) => value.ok);
}
