import type { AnyFact, EntryPath, FactOutcome, Problem, Severity } from '../../engine/api/index.ts';
import { flagOf, raisableLimit } from '../../engine/ingest/limits.ts';
import { entryRows } from '../../engine/run/answer.ts';
import type { OpenedBundle, OpenedSource } from '../../engine/run/open-source.ts';
import type { ContentStore } from '../../engine/store/content-store.ts';
import type { StoredEntry } from '../../engine/store/stored-entry.ts';
import type { EntryDetail, EntryShown } from '../contract/entries.ts';
import type { ProblemShown } from '../contract/parts.ts';
import type { Answer, Ask } from '../contract/questions.ts';
import { EntryTree, type ListedEntry } from '../entries/entry-tree.ts';
import { findEntries } from '../entries/find-entries.ts';
import { STRUCTURED_BYTES, viewKinds } from '../entries/view-kinds.ts';
import { factTable, valuesIn } from '../facts/fact-table.ts';
import { addressIn } from '../report/opened-report.ts';
import { Refused } from './refused.ts';

/** Characters of a file by which its view is told. */
const HEAD_BYTES = 8 * 1024;

/** Answers what a screen asks of the files and facts of what was opened. */
export class SessionContent {
  readonly #bundles: readonly OpenedBundle[];
  readonly #store: ContentStore;
  readonly #storeProblems: readonly Problem[];
  readonly #tree: EntryTree;
  readonly #factsOf = new Map<EntryPath, readonly string[]>();
  readonly #problems = new Map<EntryPath, Problem[]>();

  constructor(opened: readonly OpenedSource[], store: ContentStore, storeProblems: readonly Problem[]) {
    this.#bundles = opened.flatMap(({ bundles }) => bundles);
    this.#store = store;
    this.#storeProblems = storeProblems;
    const listed: ListedEntry[] = [];
    for (const source of opened) {
      for (const { fact, path, bundle: _bundle, ...rest } of entryRows(source)) {
        if (fact !== undefined) this.#factsOf.set(path, fact.split(', '));
        const holdsSections = source.collected.entries.find(path)?.holds === 'sections';
        const kind = holdsSections ? 'sections' : rest.kind;
        const recognised = fact !== undefined || kind !== 'file';
        listed.push({ ...rest, path, kind, recognised });
      }
    }
    for (const { report, bundle } of this.#bundles) {
      for (const problem of report.problems) {
        const entry = problem.at?.entry ?? '';
        if (entry === '') continue;
        const address = addressIn(bundle.root, entry);
        this.#problems.set(address, [...(this.#problems.get(address) ?? []), problem]);
      }
    }
    const problems = new Map([...this.#problems].map(([address, { length }]) => [address, length]));
    this.#tree = new EntryTree(listed, { findings: this.#citedEntries(), problems });
  }

  folder({ folder, from, count }: Ask<'entries:folder'>): Answer<'entries:folder'> {
    const rows = this.#tree.folder(folder);
    if (!rows) throw new Refused('not-found', 'refusal.noEntry', { entry: folder });
    return { rows: rows.slice(from, from + count), total: rows.length };
  }

  find({ text, unrecognisedOnly, from, count }: Ask<'entries:find'>): Answer<'entries:find'> {
    const rows = findEntries(this.#files(unrecognisedOnly), text);
    return { rows: rows.slice(from, from + count), total: rows.length };
  }

  info({ entry }: Ask<'entry:info'>): EntryDetail {
    const row = this.#tree.entry(entry);
    if (!row) throw new Refused('not-found', 'refusal.noEntry', { entry });
    const stored = this.#stored(entry);
    const about = {
      address: entry,
      kind: row.kind,
      size: row.size,
      ...(row.modified === undefined ? {} : { modified: row.modified }),
      facts: [...(this.#factsOf.get(entry) ?? [])],
      findings: this.#findingsAt(entry),
      problems: (this.#problems.get(entry) ?? []).map((problem) => problemShown(problem, entry)),
    };
    if (!stored || stored.kept === 'none') {
      const notAtHand = this.#whyNotAtHand(row);
      return { ...about, lines: 0, firstLine: 1, encoding: '', lineEnd: 'none', views: [], notAtHand };
    }
    const head = this.#store.bytes(stored.number, 0, HEAD_BYTES).toString('utf8');
    return {
      ...about,
      size: stored.bytes,
      lines: stored.lines,
      firstLine: stored.firstLine,
      encoding: stored.encoding,
      lineEnd: lineEndOf(stored, head),
      views: [...viewKinds(row.name, head, stored.bytes, stored.binary)],
    };
  }

  lines({ entry, from, count }: Ask<'entry:lines'>): Answer<'entry:lines'> {
    const { number } = this.#atHand(entry);
    const lines = this.#store.lines(number, from, count);
    return {
      from: lines[0]?.number ?? from,
      lines: lines.map(({ text, cut, bytes }) => (cut ? { text, length: bytes } : { text })),
    };
  }

  line({ entry, line, from, count }: Ask<'entry:line'>): Answer<'entry:line'> {
    const { number } = this.#atHand(entry);
    const [found] = this.#store.lines(number, line, 1, from + count);
    if (!found) throw new Refused('not-found', 'refusal.noLine', { entry, line });
    return { text: found.text.slice(from, from + count), length: found.bytes };
  }

  bytes({ entry, at, length }: Ask<'entry:bytes'>): Answer<'entry:bytes'> {
    const { number } = this.#atHand(entry);
    return { at, base64: this.#store.bytes(number, at, length).toString('base64') };
  }

  text({ entry }: Ask<'entry:text'>): Answer<'entry:text'> {
    const { number, bytes } = this.#atHand(entry);
    const text = this.#store.bytes(number, 0, STRUCTURED_BYTES).toString('utf8');
    return { text, cut: bytes > STRUCTURED_BYTES };
  }

  facts({ report }: Ask<'facts:list'>): Answer<'facts:list'> {
    const { outcomes, bundle } = this.#bundle(report);
    const rows = [...outcomes].map(([fact, outcome]) => ({
      name: fact.name,
      title: fact.view?.title ?? fact.describes,
      describes: fact.describes,
      status: outcome.status,
      entries:
        outcome.status === 'known' ? outcome.entries.map((entry) => addressIn(bundle.root, entry)) : [],
      values: outcome.status === 'known' ? valuesIn(fact, outcome.value) : 0,
      problems: outcome.problems.length,
    }));
    return { rows: rows.sort((a, b) => (a.name < b.name ? -1 : 1)) };
  }

  fact({ report, name, from, count }: Ask<'facts:view'>): Answer<'facts:view'> {
    const { outcomes, bundle } = this.#bundle(report);
    const found = [...outcomes].find(([fact]) => fact.name === name);
    if (!found) throw new Refused('not-found', 'refusal.noFact', { name });
    const [fact, outcome]: [AnyFact, FactOutcome<unknown>] = found;
    const about = { name, describes: fact.describes };
    const problems = outcome.problems.map((problem) => {
      const entry = problem.at?.entry;
      return problemShown(problem, entry === undefined ? '' : addressIn(bundle.root, entry));
    });
    if (outcome.status !== 'known') {
      const title = fact.view?.title ?? fact.describes;
      return { ...about, title, kind: 'none', columns: [], rows: [], total: 0, problems };
    }
    const { rows, ...table } = factTable(fact, outcome.value, bundle.root);
    return { ...about, ...table, rows: rows.slice(from, from + count), total: rows.length, problems };
  }

  #bundle(report: number): OpenedBundle {
    const found = this.#bundles[report];
    if (!found) throw new Refused('not-found', 'refusal.noReport', { report });
    return found;
  }

  #stored(entry: EntryPath): StoredEntry | undefined {
    const number = this.#store.find(entry);
    return number === undefined ? undefined : this.#store.entry(number);
  }

  #atHand(entry: EntryPath): StoredEntry {
    const stored = this.#stored(entry);
    if (stored && stored.kept !== 'none') return stored;
    const row = this.#tree.entry(entry);
    if (!row) throw new Refused('not-found', 'refusal.noEntry', { entry });
    throw new Refused('not-at-hand', 'refusal.noContent', { reason: this.#whyNotAtHand(row) });
  }

  #whyNotAtHand({ kind, linkTarget, address }: EntryShown): string {
    if (kind === 'link') return linkTarget ?? '';
    const [problem] = this.#problems.get(address) ?? [];
    return problem?.detail ?? (kind === 'file' ? (this.#storeProblems[0]?.detail ?? '') : '');
  }

  *#files(unrecognisedOnly: boolean): Generator<EntryShown> {
    for (const row of this.#tree.files()) if (!unrecognisedOnly || !row.recognised) yield row;
  }

  #citedEntries(): ReadonlyMap<EntryPath, readonly Severity[]> {
    const cited = new Map<EntryPath, Severity[]>();
    for (const { report, bundle } of this.#bundles) {
      for (const { evidence, severity } of report.findings) {
        const entries = new Set(evidence.flatMap((one) => ('entry' in one ? [one.entry] : [])));
        for (const entry of entries) {
          const address = addressIn(bundle.root, entry);
          cited.set(address, [...(cited.get(address) ?? []), severity]);
        }
      }
    }
    return cited;
  }

  #findingsAt(address: EntryPath): EntryDetail['findings'] {
    return this.#bundles.flatMap(({ report, bundle }) =>
      report.findings.flatMap(({ fingerprint, title, severity, evidence }) =>
        evidence.flatMap((one) => {
          if (!('entry' in one) || addressIn(bundle.root, one.entry) !== address) return [];
          const { line, endLine } = one;
          return [
            {
              ...{ fingerprint, title, severity },
              ...(line === undefined ? {} : { line }),
              ...(endLine === undefined ? {} : { endLine }),
            },
          ];
        }),
      ),
    );
  }
}

export function problemShown({ code, detail, at }: Problem, address: EntryPath): ProblemShown {
  const { line, offset } = at ?? {};
  const place = {
    address,
    ...(line === undefined ? {} : { line }),
    ...(offset === undefined ? {} : { offset }),
  };
  const raises = raisableLimit(code);
  return {
    code,
    detail,
    ...(at ? { at: place } : {}),
    ...(raises === undefined ? {} : { raises: flagOf(raises) }),
  };
}

function lineEndOf({ lineEnd, binary, lines }: StoredEntry, head: string): EntryDetail['lineEnd'] {
  if (binary || lines <= 1) return 'none';
  if (lineEnd === 'cr') return 'CR';
  return /\r\n/u.test(head) ? 'CRLF' : 'LF';
}
