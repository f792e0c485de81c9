import {
  defineKind,
  derivedFact,
  type AnyAnalyzer,
  type Domain,
  type HostHeader,
} from '../../engine/api/index.ts';

/** A domain of plain files with one profile, for tests of the engine that need none of the real one. */
export function smallDomain(analyzers: readonly AnyAnalyzer[] = []): Domain {
  return {
    kinds: [defineKind({ id: 'plain', title: 'Plain files', markers: [], fallback: true })],
    facts: [],
    analyzers,
    fleet: [],
    profiles: [{ id: 'today', title: 'Today', sources: [] }],
    header: derivedFact({
      name: 'test.header',
      describes: 'A header that tells nothing',
      needs: {},
      derive: (): HostHeader => ({ fields: [] }),
    }),
    knowledge: [],
    thresholds: [],
    redaction: { publicHosts: [], systemUsers: ['root'], everydayWords: [], labels: {} },
  };
}
