import type { Report } from '../../engine/api/index.ts';
import { answerSources } from '../../engine/run/answer.ts';
import { loadDomain } from '../../cli/domain.ts';
import type { KindId } from '../../facts/kinds.ts';
import { tarOf } from '../harness/pack.ts';
import { packedFiles, readSample, sampleFiles, type SampleFiles } from '../harness/pack-sample.ts';
import type { Edit } from './plants.ts';

/** The healthy sample of each kind. */
export const HEALTHY: Readonly<Record<KindId, string>> = {
  'client-analyzer': 'healthy-ubuntu-22.04',
  sosreport: 'healthy-sosreport-rhel-9',
  supportconfig: 'healthy-supportconfig-sles-15',
  'mdatp-diagnostic': 'healthy-diagnostic-ubuntu-24.04',
  plain: 'healthy-plain-debian-12',
};

const domain = loadDomain();

const asTheyAre = new Map<string, Promise<Report>>();

/** The report of the healthy bundle of a kind as it is. */
export async function healthyReport(kind: KindId, profile = 'auto'): Promise<Report> {
  const key = `${kind} ${profile}`;
  const report = asTheyAre.get(key) ?? reportOf(kind, [], profile);
  asTheyAre.set(key, report);
  return report;
}

/** The report of the healthy bundle of a kind with something planted into it. */
export async function reportOf(kind: KindId, edits: readonly Edit[], profile = 'auto'): Promise<Report> {
  const name = HEALTHY[kind];
  const time = new Date(readSample(name).modified);
  const { top, files } = withoutTop(sampleFiles(name));
  const planted = edits.reduce((before, edit) => edit(before), files);
  const moved = new Map([...planted].map(([path, file]) => [`${top}${path}`, file]));
  // A tar, since it keeps links and times; unpacked, since it is quicker.
  const tar = tarOf(packedFiles(moved, time), { modified: time });
  const request = { command: 'analyze', profile, only: [], skip: [] } as const;
  const source = { kind: 'memory', name, files: { 'bundle.tar': tar } } as const;
  const { reports } = await answerSources([source], request, domain);
  const [report] = reports;
  if (!report || reports.length > 1) throw new Error(`${name} holds ${reports.length} bundles`);
  return report;
}

/** Paths of plants are relative to the bundle: a folder that holds everything is taken off. */
function withoutTop(files: SampleFiles): { readonly top: string; readonly files: SampleFiles } {
  const tops = new Set([...files.keys()].map((path) => path.slice(0, path.indexOf('/') + 1)));
  const [top = ''] = tops;
  if (tops.size > 1 || top.endsWith('!/')) return { top: '', files };
  return { top, files: new Map([...files].map(([path, file]) => [path.slice(top.length), file])) };
}
