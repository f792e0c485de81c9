import type { KindId } from '../../facts/kinds.ts';
import { HEALTH, PACKAGES } from './places.ts';
import { replaceEvery, type Edit } from './plants.ts';

/** The agent is of an older release, by whatever names it in each kind. */
export function agentIs(version: string): Partial<Readonly<Record<KindId, readonly Edit[]>>> {
  const older = (path: string): Edit => replaceEvery(path, '101.26062.0007', version);
  return {
    'client-analyzer': [older(HEALTH['client-analyzer']), older('mde.xml'), older('mdatp_config.txt')],
    sosreport: [older(PACKAGES.sosreport)],
    supportconfig: [older(PACKAGES.supportconfig), older('basic-environment.txt')],
    plain: [older(HEALTH.plain), older(PACKAGES.plain)],
  };
}
