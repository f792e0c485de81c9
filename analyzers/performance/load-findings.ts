import { cite, type Evidence1, type Severity } from '../../engine/api/index.ts';
import type { AgentLoad } from './agent-load.ts';

/** The messages by which a load is told. */
export const LOAD_MESSAGES = {
  samples: '{program} took {percent} % of one core on average in {samples} samples',
  summary: 'A process of {program} took {percent} % of one core on average in {samples} samples',
  life: '{program} has taken {percent} % of one core on average since it started',
} as const;

/** The finding of the largest mean that reaches one of the limits, the highest limit first; none where none does. */
export function loadFindings(
  program: string,
  loads: readonly AgentLoad[],
  limits: readonly (readonly [atLeast: number, severity: Severity])[],
) {
  const [most] = loads;
  const severity = most && limits.find(([atLeast]) => most.percent > atLeast)?.[1];
  if (!most || !severity) return [];
  const { percent, samples, basis } = most;
  const evidence: Evidence1 = [cite(most.places[0]), ...most.places.slice(1).map((place) => cite(place))];
  const about = { evidence, severity, identity: [] };
  if (basis === 'life') return [{ ...about, message: basis, params: { program, percent } }];
  return [{ ...about, message: basis, params: { program, percent, samples } }];
}
