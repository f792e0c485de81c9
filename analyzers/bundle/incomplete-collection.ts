import {
  cannotTell,
  citeAll,
  defineAnalyzer,
  optional,
  type FindingDraft,
  type Located,
  type Place,
} from '../../engine/api/index.ts';
import {
  collectorComplaints,
  type Complaint,
  type ComplaintKind,
} from '../../facts/bundle/collector-complaints.ts';
import { outputTimes, type OutputTimes } from '../../facts/bundle/output-times.ts';
import { links } from '../links.ts';
import { staleOutput } from './thresholds.ts';

const MESSAGES = {
  rights: 'The collection lacked the rights of root: {complaint}',
  error: 'The collector met errors ({count}): {complaint}',
  command: 'Commands could not be run while collecting ({count}): {complaint}',
  timeout: 'Commands did not end in their time while collecting ({count}): {complaint}',
  stale: 'Outputs are older than the rest of the bundle by {days} days or more ({count}): {files}',
} as const;

/** Places that one finding cites, and files that its sentence names. */
const MOST_PLACES = 6;
const HOUR_MS = 3_600_000;

export const incompleteCollection = defineAnalyzer({
  id: 'bundle/incomplete-collection',
  about: 'bundle',
  title: 'Incomplete collection',
  why: 'What the collector could not get cannot be judged, and what is left over tells of another day.',
  severity: 'low',
  confidence: 'likely',
  kinds: ['client-analyzer', 'sosreport', 'supportconfig', 'plain'],
  needs: { complaints: optional(collectorComplaints), times: optional(outputTimes) },
  messages: MESSAGES,
  remediation: {
    steps: [
      'Mend what the named lines complain of, as a full disk or a daemon that does not answer.',
      'Collect again as root, into an empty folder.',
    ],
    commands: [{ command: 'sudo ./MDESupportTool -d', risk: 'safe' }],
    links: [links.clientAnalyzer],
  },
  sources: [{ document: 'run-analyzer-linux', date: '2025-01' }],

  evaluate({ complaints, times }, context) {
    if (!complaints && !times) return cannotTell('Neither a log nor an output of the collector is there.');
    return [
      ...['rights', 'error', 'command', 'timeout'].flatMap((kind) =>
        complaintDrafts(kind as Exclude<ComplaintKind, 'agent-down'>, complaints?.complaints ?? []),
      ),
      ...staleDrafts(times, context.threshold(staleOutput)),
    ];
  },
});

type Drafts = readonly FindingDraft<typeof MESSAGES>[];

function complaintDrafts(
  kind: Exclude<ComplaintKind, 'agent-down'>,
  complaints: readonly Located<Complaint>[],
): Drafts {
  const [first, ...rest] = complaints.filter(({ value }) => value.kind === kind);
  if (!first) return [];
  const evidence = citeAll([first, ...rest.slice(0, MOST_PLACES - 1)]);
  const complaint = first.value.text;
  const about = { evidence, subject: kind, identity: [] };
  if (kind === 'rights') return [{ message: kind, params: { complaint }, ...about }];
  return [{ message: kind, params: { count: rest.length + 1, complaint }, severity: 'info', ...about }];
}

function staleDrafts(times: OutputTimes | undefined, hours: number): Drafts {
  const outputs = times?.outputs ?? [];
  const newest = Date.parse(outputs.at(-1)?.at ?? '');
  const old = outputs.filter(({ at }) => newest - Date.parse(at) >= hours * HOUR_MS);
  const last = old.at(-1);
  const [first, ...rest] = old.map(({ entry }): Place => ({ entry }));
  if (!first || !last) return [];
  const days = Math.floor((newest - Date.parse(last.at)) / (24 * HOUR_MS));
  const evidence = citeAll([first, ...rest.slice(0, MOST_PLACES - 1)]);
  const names = old.slice(0, MOST_PLACES).map(({ entry }) => entry);
  const files = names.join(', ') + (old.length > names.length ? ', …' : '');
  const params = { count: old.length, days, files };
  return [{ message: 'stale', params, evidence, severity: 'info', subject: 'stale', identity: [] }];
}
