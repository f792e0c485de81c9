import { createWriteStream, openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

import type { Domain } from '../../api/index.ts';
import type { EntryHeader, EntrySink } from '../../ingest/entry-sink.ts';
import { groupPaths } from '../../ingest/group-paths.ts';
import { ingest } from '../../ingest/ingest.ts';
import { DEFAULT_LIMITS } from '../../ingest/limits.ts';
import type { IngestEnd, Source } from '../../ingest/source.ts';
import { identitiesIn } from '../../run/identities.ts';
import { openSources } from '../../run/open-sources.ts';
import type { EngineProgress } from '../../run/protocol.ts';
import { Watchdog } from '../../run/watchdog.ts';
import { makeStoreFolder, removeStoreFolder, sweepStoreFolders } from '../../store/store-folder.ts';
import { AsUtf8 } from '../../text/as-utf8.ts';
import { looksBinary } from '../../text/looks-binary.ts';
import { Redactor } from '../redactor.ts';
import { LinePieces } from './line-pieces.ts';
import { PackedOutput } from './packed-output.ts';
import type { ChangedEntry, RedactEnd, RedactRequest } from './protocol.ts';
import { RedactSink } from './redact-sink.ts';

export interface RedactBundleOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: EngineProgress) => void;
  /** The text that goes into the bundle: what was done, and what is not covered. */
  readonly notes: (end: Pick<RedactEnd, 'done' | 'ended' | 'changed'>) => string;
}

/** The file in every redacted bundle that says what was done. */
export const NOTES_NAME = 'REDACTION.txt';

/**
 * Writes a bundle anew without its secrets and identities. It is read twice: first to learn what tells whose host it is,
 * then to write it. Standard input is held in a private file for that.
 */
export async function redactBundle(
  request: RedactRequest,
  domain: Domain,
  options: RedactBundleOptions,
): Promise<RedactEnd> {
  const limits = { ...DEFAULT_LIMITS, ...request.limits };
  const watchdog = new Watchdog(limits, options.signal);
  const [given] = await groupPaths([request.path]);
  if (!given) throw new Error('A path is a source');
  const held = given.kind === 'stream' ? await heldInput(given, watchdog.signal) : undefined;
  try {
    const source = held?.source ?? given;
    const run = {
      request,
      domain,
      source,
      signal: watchdog.signal,
      names: held?.names ?? new Map<string, string>(),
      options,
    };
    const redactor = new Redactor({ words: domain.redaction, classes: request.classes });
    const first = await learn(run, redactor);
    return first.opened && first.ended !== 'cancelled' ? await write(run, redactor) : ended(first, redactor);
  } finally {
    watchdog.end();
    if (held) removeStoreFolder(held.folder);
  }
}

interface Run {
  readonly request: RedactRequest;
  readonly domain: Domain;
  readonly source: Source;
  readonly signal: AbortSignal;
  readonly names: ReadonlyMap<string, string>;
  readonly options: RedactBundleOptions;
}

/** What standard input is called in a bundle: nobody gave it a name. */
const HELD_NAME = 'stdin';

/** Standard input in a private file that is gone when the engine ends, or at the next start where it was killed. */
async function heldInput({ stream }: Source & { kind: 'stream' }, signal: AbortSignal): Promise<Held> {
  sweepStoreFolders(tmpdir());
  const folder = makeStoreFolder(tmpdir());
  const path = join(folder, '1');
  await pipeline(stream, createWriteStream(path, { flags: 'wx', mode: 0o600 }), { signal }).catch(
    (error: NodeJS.ErrnoException) => {
      // What came before a cancel is there; nothing of it is used.
      if (error.name !== 'AbortError') throw error;
    },
  );
  return { folder, source: { kind: 'path', path }, names: new Map([[path, HELD_NAME]]) };
}

interface Held {
  readonly folder: string;
  readonly source: Source;
  readonly names: ReadonlyMap<string, string>;
}

/** The first reading: identities of the facts, and what stands behind names of ids and secrets. */
async function learn(run: Run, redactor: Redactor): Promise<IngestEnd> {
  const { request, domain, source, signal, names, options } = run;
  // Nothing is judged: only the facts that tell identities are read.
  const learning = { ...domain, analyzers: [] };
  const asked = { command: 'analyze', profile: 'auto', only: [], skip: [] } as const;
  const given = { limits: request.limits ?? {}, ...(request.password ? { password: request.password } : {}) };
  let end: IngestEnd | undefined;
  for await (const opened of openSources([source], { ...asked, ...given }, learning, {
    signal,
    names,
    keep: learnSink(redactor),
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
  })) {
    end = opened.end;
    for (const { outcomes } of opened.bundles) redactor.learnIdentities(identitiesIn(outcomes));
  }
  if (!end) throw new Error('A source has an end');
  return end;
}

function learnSink(redactor: Redactor): EntrySink {
  let pieces = new LinePieces(() => undefined);
  let asUtf8 = new AsUtf8();
  let isText: boolean | undefined;
  return {
    begin(header: EntryHeader) {
      pieces = new LinePieces((piece) => redactor.learn(piece));
      asUtf8 = new AsUtf8();
      isText = undefined;
      const isSection = header.firstLine !== undefined && header.firstLine > 1;
      return (
        header.kind === 'file' && header.holds !== 'members' && !isSection && header.unread === undefined
      );
    },
    chunk(bytes) {
      const text = asUtf8.chunk(bytes);
      isText ??= !looksBinary(text);
      if (isText) pieces.push(text);
      return isText;
    },
    end() {
      if (isText) pieces.end();
    },
    problem: () => undefined,
  };
}

/** The second reading. */
async function write(run: Run, redactor: Redactor): Promise<RedactEnd> {
  const { request, source, signal, names, options } = run;
  const { keepBinary, password, output: path } = request;
  const output = new PackedOutput(openSync(path, 'wx', 0o600));
  const sink = new RedactSink({ redactor, output, keepBinary });
  const { onProgress } = options;
  try {
    const end = await ingest(source, sink, {
      limits: { ...DEFAULT_LIMITS, ...request.limits },
      signal,
      names,
      ...(password ? { password } : {}),
      ...(onProgress ? { onProgress: (progress) => onProgress({ ...progress, source: request.path }) } : {}),
    });
    const done = redactor.takeDone();
    const { ended: how } = end;
    sink.finish(NOTES_NAME, (changed) => options.notes({ done, ended: how, changed }));
    await output.end();
    return { ...ended(end, redactor, sink.changed), done, problems: sink.problems, entries: sink.entries };
  } finally {
    sink.close();
    output.close();
  }
}

function ended(end: IngestEnd, redactor: Redactor, changed: readonly ChangedEntry[] = []): RedactEnd {
  const { name, opened, ended: how, problem } = end;
  return {
    name,
    opened,
    ended: how,
    ...(problem ? { problem } : {}),
    problems: [],
    entries: 0,
    done: { classes: redactor.classes, counts: [] },
    changed,
    mapping: redactor.mapping(),
  };
}
