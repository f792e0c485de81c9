import type { AnyFact, EntryPath, Report } from '../api/index.ts';
import { PathTable } from '../columns/path-table.ts';
import type { EntryHeader, EntrySink } from '../ingest/entry-sink.ts';
import type { IngestEnd, Source } from '../ingest/source.ts';
import { bundleContent, type BundleContent, type MissingTexts } from './bundle-content.ts';
import { bundlesIn, relativeTo, type FoundBundle } from './bundles.ts';
import { buildReport } from './build-report.ts';
import { Collector, type Candidate, type Collected, type KeptText } from './collector.ts';
import { linkedCandidates } from './linked-folders.ts';
import type { OpenOptions } from './open-options.ts';
import { withProvisional } from './provisional.ts';
import { resolveFacts, type FactOutcomes } from './resolve-facts.ts';
import { tee } from './tee.ts';

export interface OpenedBundle {
  readonly bundle: FoundBundle;
  readonly content: BundleContent;
  readonly outcomes: FactOutcomes;
  readonly report: Report;
}

export interface OpenedSource {
  readonly end: IngestEnd;
  readonly collected: Collected;
  readonly bundles: readonly OpenedBundle[];
}

/** Reads a source once (a second time where links led to what was not kept) and judges every bundle in it. */
export async function openSource(source: Source, options: OpenOptions): Promise<OpenedSource> {
  const { ingest, domain, plan } = options;
  const paths = new PathTable();
  const collector = new Collector(plan, options.limits, paths);
  const sink = options.keep ? tee(collector, options.keep) : collector;
  const end = await ingest(source, sink, { ...withProvisional(options, collector), paths });
  const gathered = collector.collected();
  const found = bundlesIn(gathered, domain);
  const linked = found.flatMap((bundle) => linkedCandidates(bundle, gathered.entries, plan));
  const collected = linked.length === 0 ? gathered : withCandidates(gathered, linked);
  for (const bundle of found) rebase(collected, bundle);

  const missing: MissingTexts = new Set();
  const contentOf = (bundle: FoundBundle, late: ReadonlyMap<EntryPath, KeptText>): BundleContent =>
    bundleContent({
      collected,
      bundle,
      fallbackKind: plan.fallbackKind,
      incomplete: incompleteBecause(end, collected),
      missing,
      late,
    });
  for (const bundle of found) probeTexts(plan.facts, contentOf(bundle, new Map()));
  const late = await secondRead(source, missing, options);

  const bundles = found.map((bundle): OpenedBundle => {
    const content = contentOf(bundle, late);
    const outcomes = resolveFacts(plan.facts, content);
    const alone = found.length === 1;
    const report = buildReport({ ...options, end, bundle, content, collected, outcomes, alone });
    return { bundle, content, outcomes, report };
  });
  return { end, collected, bundles };
}

function withCandidates(collected: Collected, more: readonly Candidate[]): Collected {
  return { ...collected, candidates: [...collected.candidates, ...more] };
}

/** Locations of streamed lines were made before the root was known. */
function rebase(collected: Collected, { root }: FoundBundle): void {
  for (const ref of collected.refs) ref.path = relativeTo(root, ref.fullPath) ?? ref.path;
}

function probeTexts(facts: readonly AnyFact[], content: BundleContent): void {
  for (const fact of facts) {
    if (fact.plan.kind === 'text' || fact.plan.kind === 'texts') content.textsFor(fact);
  }
}

function incompleteBecause(end: IngestEnd, { problems, entries }: Collected): string | undefined {
  if (end.ended === 'cancelled') return 'reading was cancelled';
  if (end.ended === 'limit') return 'a limit ended the reading';
  if (end.ended === 'damaged' && end.entriesMissing) return 'the archive is damaged or ends early';
  const broken = problems.find(
    ({ code, at }) =>
      (code === 'truncated' || code === 'damaged' || code.startsWith('limit-')) &&
      entries.find(at?.entry ?? '')?.holds === 'members',
  );
  return broken?.at ? `${broken.at.entry} is damaged or ends early` : undefined;
}

/** Bytes of one text that a second read keeps. */
const SECOND_READ_BYTES = 4 * 1024 * 1024;

/** Brings texts that links lead to and that nothing had asked for by their own name. */
async function secondRead(
  source: Source,
  missing: MissingTexts,
  options: OpenOptions,
): Promise<ReadonlyMap<EntryPath, KeptText>> {
  const late = new Map<EntryPath, KeptText>();
  if (missing.size === 0 || source.kind === 'stream') return late;
  let header: EntryHeader | undefined;
  let kept: Uint8Array[] = [];
  let bytes = 0;
  const sink: EntrySink = {
    begin(next) {
      header = next;
      kept = [];
      bytes = 0;
      return next.kind === 'file' && next.unread === undefined && missing.has(next.path);
    },
    chunk(chunk) {
      kept.push(chunk.slice(0, SECOND_READ_BYTES - bytes));
      bytes += chunk.length;
      return bytes < SECOND_READ_BYTES;
    },
    end(state) {
      if (!header) return;
      const { path, firstLine = 1, modified } = header;
      const time = modified === undefined ? {} : { modified };
      const cut = bytes > SECOND_READ_BYTES;
      late.set(path, { bytes: Buffer.concat(kept), cut, damaged: state === 'cut', firstLine, ...time });
    },
    problem: () => undefined,
  };
  const { limits, signal, password } = options;
  await options.ingest(source, sink, {
    limits,
    ...(signal ? { signal } : {}),
    ...(password ? { password } : {}),
  });
  return late;
}
