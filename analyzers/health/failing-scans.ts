import { citeAll, defineAnalyzer, notApplicable, type Located } from '../../engine/api/index.ts';
import { scanHistory, type Scan } from '../../facts/mdatp/scan-history.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { failingScanShare, fewestScans } from './thresholds.ts';

const SUCCEEDED = /^(?:succeeded|success|completed|finished)$/u;
/** Somebody ended it: no fault, and no success. */
const ENDED_BY_HAND = /^cancell?ed$/u;
const UNDER_WAY = /^(?:running|started|in_?progress|queued|pending)$/u;
/** A scan that began so long before the collection and still runs will not end. */
const NEVER_ENDS_MS = 2 * 24 * 60 * 60 * 1000;
const MOST_PLACES = 5;

export const failingScans = defineAnalyzer({
  id: 'health/failing-scans',
  title: 'Scans that fail or never end',
  why: 'What scheduled scans would find stays where it is.',
  severity: 'low',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { history: scanHistory },
  messages: { failing: 'Of {count} scans {failed} did not succeed ({states})' },
  remediation: {
    steps: [
      'Look into microsoft_defender.log at the times of the scans that failed.',
      'Check whether the host restarts, or the agent is updated, at the time of the scheduled scan.',
      'Leave large or remote file systems out of full scans.',
    ],
    commands: [{ command: 'mdatp scan list', risk: 'safe' }],
    links: [links.resources],
  },
  sources: [{ document: 'linux-resources', date: '2025-01' }],
  because: [{ of: 'health/engine-not-loaded' }, { of: 'sizing/too-little-memory' }],

  evaluate({ history }, { collectedAt, threshold }) {
    const judged = history.scans.filter(({ value }) => isOver(value, collectedAt));
    if (judged.length === 0) return notApplicable('The history holds no scan that has ended.');
    const failed = judged.filter(({ value }) => !SUCCEEDED.test(value.state));
    const share = (failed.length / judged.length) * 100;
    if (judged.length < threshold(fewestScans) || share <= threshold(failingScanShare)) return [];
    const [newest, ...others] = newestFirst(failed);
    if (!newest) return [];
    return [
      {
        message: 'failing',
        params: { count: judged.length, failed: failed.length, states: statesOf(failed) },
        evidence: citeAll([newest, ...others.slice(0, MOST_PLACES - 1)]),
        identity: [],
      },
    ];
  },
});

function isOver({ state, started }: Scan, collectedAt: Date | undefined): boolean {
  if (state === '' || ENDED_BY_HAND.test(state)) return false;
  if (!UNDER_WAY.test(state)) return true;
  return (
    collectedAt !== undefined && started !== '' && collectedAt.getTime() - Date.parse(started) > NEVER_ENDS_MS
  );
}

function newestFirst(scans: readonly Located<Scan>[]): readonly Located<Scan>[] {
  return [...scans].sort((a, b) => (a.value.started < b.value.started ? 1 : -1));
}

function statesOf(scans: readonly Located<Scan>[]): string {
  return [...new Set(scans.map(({ value }) => value.state))].sort().slice(0, 4).join(', ');
}
