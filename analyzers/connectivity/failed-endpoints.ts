import type { Located } from '../../engine/api/index.ts';
import type { Connectivity, Endpoint } from '../../facts/mdatp/connectivity.ts';

/** Endpoints that were not reached and gave one of these errors of curl. */
export function failedWith(
  test: Connectivity | undefined,
  ...errors: readonly number[]
): readonly Located<Endpoint>[] {
  return (test?.endpoints ?? []).filter(
    ({ value }) => !value.ok && value.curlError !== undefined && errors.includes(value.curlError),
  );
}

/** Names of hosts, each once. */
export function hostsOf(endpoints: readonly Located<Endpoint>[]): string {
  return [...new Set(endpoints.map(({ value }) => value.host))].join(', ');
}
