import type { Domain, EntryPath, Problem, ProblemCode } from '../../engine/api/index.ts';
import { flagOf, raisableLimit } from '../../engine/ingest/limits.ts';
import type { Source } from '../../engine/ingest/source.ts';
import { groupPaths } from '../../engine/ingest/group-paths.ts';
import { sourceEnd } from '../../engine/run/answer.ts';
import type { OpenedSource } from '../../engine/run/open-source.ts';
import { openSources } from '../../engine/run/open-sources.ts';
import type { SourceEnd } from '../../engine/run/protocol.ts';
import { ContentStore } from '../../engine/store/content-store.ts';
import { speaker } from '../../report/messages.ts';
import { complaints } from '../complaints.ts';
import { SessionContent } from './session-content.ts';
import type { FromSession, SessionOpen, SessionReport } from './protocol.ts';

/** Disk that the content of one open bundle may take, packed. */
const STORE_BYTES = 16 * 1024 ** 3;
const ASKS_PASSWORD: readonly ProblemCode[] = ['password-needed', 'wrong-password'];

/** One open bundle: reads it, judges it, and keeps its content for looking into. */
export class Session {
  readonly #domain: Domain;
  readonly #post: (message: FromSession) => void;
  readonly #abort = new AbortController();
  readonly #storeProblems: Problem[] = [];
  #store: ContentStore | undefined;
  #content: SessionContent | undefined;

  constructor(domain: Domain, post: (message: FromSession) => void) {
    this.#domain = domain;
    this.#post = post;
  }

  /** What can be asked of the content; undefined until it is read. */
  get content(): SessionContent | undefined {
    return this.#content;
  }

  async open(open: SessionOpen): Promise<void> {
    const began = performance.now();
    const store = new ContentStore({
      quotaBytes: STORE_BYTES,
      note: (problem) => this.#storeProblems.push(problem),
    });
    this.#store = store;
    const request = {
      command: 'desk',
      profile: 'auto',
      only: [],
      skip: [],
      settings: open.settings,
      limits: open.limits,
      ...(open.password === undefined ? {} : { password: Buffer.from(open.password) }),
    } as const;
    const opened: OpenedSource[] = [];
    const sources = openSources(await sourcesOf(open), request, this.#domain, {
      signal: this.#abort.signal,
      keep: store,
      names: new Map(open.names),
      onProvisional: (findings) => this.#post({ type: 'provisional', findings }),
      onProgress: ({ bytesRead, bytesTotal, entry }) =>
        this.#post({
          type: 'progress',
          stage: 'reading',
          progress: {
            bytesRead,
            entry,
            milliseconds: Math.round(performance.now() - began),
            ...(bytesTotal === undefined ? {} : { bytesTotal }),
          },
        }),
    });
    for await (const source of sources) opened.push(source);
    await store.settle();
    this.#content = new SessionContent(opened, store, this.#storeProblems);
    this.#post(openedMessage(opened, Math.round(performance.now() - began)));
  }

  cancel(): void {
    this.#abort.abort();
  }

  async close(): Promise<void> {
    this.#abort.abort();
    await this.#store?.close();
  }
}

async function sourcesOf({ paths, texts }: SessionOpen): Promise<readonly Source[]> {
  if (Object.keys(texts).length === 0) return groupPaths(paths);
  const [name = ''] = Object.keys(texts);
  return [...(await groupPaths(paths)), { kind: 'memory', name, files: texts }];
}

function openedMessage(opened: readonly OpenedSource[], milliseconds: number): FromSession {
  const reports = opened.flatMap(({ bundles }) =>
    bundles.map(({ report, bundle }): SessionReport => ({ report, root: bundle.root })),
  );
  const ends = opened.map(sourceEnd);
  return {
    type: 'opened',
    reports,
    sentences: complaints({ reports: reports.map(({ report }) => report), sources: ends }, speaker()),
    ended: endedOf(ends),
    asksPassword: ends.some(({ problems }) => problems.some(({ code }) => ASKS_PASSWORD.includes(code))),
    raises: raisable(ends.flatMap(({ problems }) => problems)),
    milliseconds,
  };
}

function raisable(problems: readonly Problem[]): readonly string[] {
  const limits = problems.flatMap(({ code }) => raisableLimit(code) ?? []);
  return [...new Set(limits.map(flagOf))];
}

const ENDS = ['cancelled', 'limit', 'damaged'] as const;

function endedOf(ends: readonly SourceEnd[]): SourceEnd['ended'] {
  return ENDS.find((one) => ends.some(({ ended }) => ended === one)) ?? 'complete';
}

/** Addresses of entries, from the top, that problems of a report name. */
export function problemAddresses(root: EntryPath, problems: readonly Problem[]): readonly EntryPath[] {
  return problems.flatMap(({ at }) => {
    if (!at || at.entry === '') return [];
    return [root === '' ? at.entry : `${root}/${at.entry}`];
  });
}
