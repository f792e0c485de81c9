import type { AnyAnalyzer, Domain, Finding } from '../engine/api/index.ts';
import { groupPaths } from '../engine/ingest/group-paths.ts';
import { raisedLimits } from '../engine/ingest/limits.ts';
import type { EngineSettings } from '../engine/run/settings.ts';
import { speaker, type Say } from '../report/messages.ts';
import type { DeskState, OpenBundle } from './contract/bundles.ts';
import type { DeskEvent } from './contract/events.ts';
import type { BundleId, OfferId } from './contract/parts.ts';
import { questions, type Answer, type Ask, type QuestionName, type Reply } from './contract/questions.ts';
import { DeskBundle, type StartSession } from './desk-bundle.ts';
import type { CompilePattern } from './filter/parse-filter.ts';
import { checkPage, checksPage } from './findings/check-rows.ts';
import { findingDetail } from './findings/finding-detail.ts';
import { findingsPage } from './findings/finding-rows.ts';
import { ExportBook, type ExportFile } from './exports/export-book.ts';
import { makeExport, type ExportParts } from './exports/make-export.ts';
import { withTriage, type TriageBook } from './findings/triage-book.ts';
import { helpPage, helpTopics, type HelpSource } from './help.ts';
import { CAREFUL_LIMITS } from './session/careful-limits.ts';
import { OfferBook } from './offer-book.ts';
import { missingInputs } from './report/missing-inputs.ts';
import { addressIn, type OpenedReport } from './report/opened-report.ts';
import { isSavedReport, loadSavedReport, SavedReportError } from './report/saved-report.ts';
import { reportSummary, worstOf } from './report/report-summary.ts';
import { SESSION_QUESTIONS, type SessionOpen, type SessionQuestion } from './session/protocol.ts';
import { Refused, refusalOf } from './session/refused.ts';
import { problemShown } from './session/session-content.ts';
import type { KeptState, RecentBundle } from './state/kept-state.ts';
import { MOST_DEATHS, type OpeningBook } from './state/opening-book.ts';

export interface WorkspaceParts {
  readonly domain: Domain;
  readonly help: HelpSource;
  readonly version: string;
  readonly startSession: StartSession;
  readonly kept: KeptState;
  readonly openings: OpeningBook;
  /** Thresholds and tables of knowledge that the user set. */
  readonly settings: EngineSettings;
  readonly compile: CompilePattern;
  readonly mostUploadBytes: number;
  readonly exports: Omit<ExportParts, 'version'>;
  /** ISO 8601: when a bundle is remembered as opened. */
  now(): string;
}

/** Characters of a key of the opening book. */
const MOST_KEY = 12_000;

type Handlers = {
  readonly [Name in Exclude<QuestionName, SessionQuestion>]: (
    ask: Ask<Name>,
  ) => Answer<Name> | Promise<Answer<Name>>;
};

/** Everything that screens share: open bundles, what may be opened, triage, settings. Knows no road and no domain. */
export class Workspace {
  readonly offers = new OfferBook();
  readonly #exports = new ExportBook();
  readonly #parts: WorkspaceParts;
  readonly #say: Say = speaker();
  readonly #analyzers: ReadonlyMap<string, AnyAnalyzer>;
  readonly #bundles = new Map<BundleId, DeskBundle>();
  readonly #listeners = new Set<(event: DeskEvent) => void>();
  readonly #handlers: Handlers = this.#makeHandlers();

  constructor(parts: WorkspaceParts) {
    this.#parts = parts;
    this.#analyzers = new Map(parts.domain.analyzers.map((analyzer) => [analyzer.id, analyzer]));
    this.offers.setRecent(parts.kept.recent());
    this.offers.setLeft(parts.openings.left());
  }

  /** Answers a question from outside: nothing of it is trusted before it fits its schema. */
  async ask(name: string, ask: unknown): Promise<Reply<QuestionName>> {
    try {
      if (!Object.hasOwn(questions, name))
        throw new Refused('unknown-question', 'refusal.unknownQuestion', { name });
      // Just looked up.
      const known = name as QuestionName;
      const read = questions[known].ask.safeParse(ask);
      if (!read.success) {
        const [issue] = read.error.issues;
        const reason = `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim();
        throw new Refused('malformed', 'refusal.malformed', { name, reason });
      }
      return await this.#answer(known, read.data);
    } catch (error) {
      return { ok: false, refusal: refusalOf(error) };
    }
  }

  /** Returns the function that stops listening. */
  listen(heard: (event: DeskEvent) => void): () => void {
    this.#listeners.add(heard);
    return () => this.#listeners.delete(heard);
  }

  /** The address behind a link of a check; undefined where there is none. */
  linkOf(analyzer: string, index: number): string | undefined {
    return this.#analyzers.get(analyzer)?.remediation.links[index]?.href;
  }

  /** An export that was made, once. */
  takeExport(id: string): ExportFile | undefined {
    return this.#exports.take(id);
  }

  async openOffers(ids: readonly OfferId[]): Promise<readonly OpenBundle[]> {
    const offered = ids.map((id) => {
      const one = this.offers.find(id);
      if (!one) throw new Refused('not-found', 'refusal.noOffer', { id });
      if (one.path === undefined) throw new Refused('not-found', 'refusal.missingFile', { name: one.name });
      return { ...one, path: one.path };
    });
    const saved: OpenBundle[] = [];
    const bundles: string[] = [];
    for (const { path, name } of offered) {
      if (await isSavedReport(path)) saved.push(await this.#openSaved(path, name));
      else bundles.push(path);
    }
    const groups = bundles.length === 0 ? [] : await groupPaths(bundles);
    for (const { id, origin } of offered) if (origin === 'left') this.offers.remove(id);
    this.#tell({ type: 'offers', offers: [...this.offers.shown()] });
    return [
      ...saved,
      ...groups.map((source) => {
        const paths = source.kind === 'path' ? [source.path] : source.kind === 'loose' ? source.paths : [];
        const own = offered.filter(({ path }) => paths.includes(path));
        return this.#start(own.map(({ name }) => name).join(', '), {
          paths,
          names: own.map(({ path, name }) => [path, name]),
          texts: {},
          settings: this.#parts.settings,
          limits: {},
        });
      }),
    ];
  }

  /** A saved report is read here: there is nothing in it to be unpacked. */
  async #openSaved(path: string, name: string): Promise<OpenBundle> {
    const { reports } = await loadSavedReport(path, name).catch((error: unknown) => {
      if (error instanceof SavedReportError)
        throw new Refused('not-found', 'refusal.sentence', { sentence: error.message });
      throw error;
    });
    const open: SessionOpen = {
      paths: [path],
      names: [[path, name]],
      texts: {},
      settings: this.#parts.settings,
      limits: {},
    };
    const bundle = new DeskBundle(name, open, reports, {
      changed: () => this.#tell({ type: 'bundle', bundle: bundle.shown() }),
      findings: () => undefined,
      opened: () => undefined,
      diedReading: () => undefined,
    });
    this.#bundles.set(bundle.id, bundle);
    this.#tell({ type: 'bundle', bundle: bundle.shown() });
    return bundle.shown();
  }

  /** Resolves when no engine and no temporary file is left. */
  async close(): Promise<void> {
    await Promise.all([...this.#bundles.values()].map((bundle) => this.#close(bundle)));
  }

  async #close(bundle: DeskBundle): Promise<void> {
    await bundle.close();
    this.#bundles.delete(bundle.id);
    this.#parts.openings.closed(this.#keyOf(bundle.open));
    this.#tell({ type: 'bundle-closed', id: bundle.id });
  }

  async #answer(name: QuestionName, ask: unknown): Promise<Reply<QuestionName>> {
    if (isSessionQuestion(name)) {
      // The schema of this very question has read it.
      const own = ask as Ask<SessionQuestion>;
      return this.#bundle(own.bundle).ask(name, own);
    }
    const handler = this.#handlers[name] as (
      ask: unknown,
    ) => Answer<QuestionName> | Promise<Answer<QuestionName>>;
    return { ok: true, value: await handler(ask) };
  }

  #makeHandlers(): Handlers {
    return {
      'desk:state': () => this.#state(),
      'bundle:open': async ({ offers }) => [...(await this.openOffers(offers))],
      'bundle:paste': ({ text }) => this.#paste(text),
      'bundle:reopen': (ask) => this.#reopen(ask),
      'bundle:cancel': ({ bundle }) => {
        this.#bundle(bundle).cancel();
        return {};
      },
      'bundle:close': async ({ bundle }) => {
        await this.#close(this.#bundle(bundle));
        return {};
      },
      'offer:dismiss-left': () => {
        this.#parts.openings.dismissLeft();
        this.offers.setLeft([]);
        this.#tellOffers();
        return {};
      },
      'offer:forget': ({ offer }) => this.#withRecent(offer, (recent) => this.#parts.kept.forget(recent)),
      'offer:pin': ({ offer, pinned }) =>
        this.#withRecent(offer, (recent) => this.#parts.kept.pin(recent, pinned)),
      'report:summary': ({ bundle, report }) =>
        reportSummary(this.#report(bundle, report), report, this.#parts.domain, this.#say),
      'report:missing': ({ bundle, report }) =>
        missingInputs(this.#report(bundle, report).report, this.#analyzers, this.#say),
      'report:problems': (ask) => this.#problems(ask),
      'findings:page': (ask) => {
        const { opened, book } = this.#findings(ask.bundle, ask.report);
        return findingsPage(opened, book, ask, { say: this.#say, compile: this.#parts.compile });
      },
      'findings:detail': (ask) => {
        const { opened, book } = this.#findings(ask.bundle, ask.report);
        const finding = findingOf(opened, ask.fingerprint);
        return findingDetail(opened, book, finding, this.#analyzers.get(finding.analyzer));
      },
      'triage:set': (ask) => this.#setTriage(ask),
      'export:make': (ask) => this.#export(ask),
      'checks:page': (ask) =>
        checksPage(this.#report(ask.bundle, ask.report), this.#analyzers, ask, {
          say: this.#say,
          compile: this.#parts.compile,
        }),
      'checks:explain': ({ id }) => {
        const analyzer = this.#analyzers.get(id);
        if (!analyzer) throw new Refused('not-found', 'refusal.noCheck', { id });
        return checkPage(analyzer, this.#parts.help.pageOf(id));
      },
      'settings:get': () => this.#parts.kept.settings(),
      'settings:set': ({ settings }) => {
        const given = Object.entries(settings).filter(([, value]) => value !== undefined);
        const next = { ...this.#parts.kept.settings(), ...Object.fromEntries(given) };
        this.#parts.kept.keepSettings(next);
        this.#tell({ type: 'settings' });
        return next;
      },
      'help:topics': () => helpTopics(this.#parts.help, this.#parts.domain),
      'help:page': ({ id }) => helpPage(id, this.#parts.help, this.#parts.domain),
    };
  }

  #state(): DeskState {
    return {
      version: this.#parts.version,
      locale: 'en',
      bundles: [...this.#bundles.values()].map((bundle) => bundle.shown()),
      offers: [...this.offers.shown()],
      mostUploadBytes: this.#parts.mostUploadBytes,
    };
  }

  /** What killed its engine again and again is held back, unless a person has said how to go about it. */
  #start(name: string, open: SessionOpen, care?: 'careful' | 'as-usual'): OpenBundle {
    const { openings, startSession } = this.#parts;
    const key = this.#keyOf(open);
    const deaths = openings.deathsOf(key);
    const isHeld = care === undefined && deaths >= MOST_DEATHS;
    const how = care === 'careful' ? { ...open, limits: { ...open.limits, ...CAREFUL_LIMITS } } : open;
    const bundle = new DeskBundle(name, how, isHeld ? this.#say('desk.held', { deaths }) : startSession, {
      changed: () => this.#tell({ type: 'bundle', bundle: bundle.shown() }),
      findings: (told, withdrawn) => this.#tell({ type: 'findings', id: bundle.id, told, withdrawn }),
      opened: () => {
        openings.opened(key);
        this.#remember(bundle);
      },
      diedReading: () => openings.died(key),
    });
    this.#bundles.set(bundle.id, bundle);
    if (!isHeld && key !== '') {
      const path = this.#pathOf(open);
      openings.begin({ key, name, ...(path === undefined ? {} : { path }) });
    }
    this.#tell({ type: 'bundle', bundle: bundle.shown() });
    return bundle.shown();
  }

  /** By what an opening is known the next time; empty for what cannot come again. */
  #keyOf({ paths, texts }: SessionOpen): string {
    if (Object.keys(texts).length > 0) return '';
    return paths
      .map((path) => {
        const offered = this.offers.at(path);
        return offered?.origin === 'upload' ? `${offered.name} (${offered.bytes ?? 0})` : path;
      })
      .join('\n')
      .slice(0, MOST_KEY);
  }

  /** The one path by which it can be opened again, where there is one. */
  #pathOf({ paths }: SessionOpen): string | undefined {
    const [path, ...others] = paths;
    const isUpload = path !== undefined && this.offers.at(path)?.origin === 'upload';
    return isUpload || others.length > 0 ? undefined : path;
  }

  #paste(text: string): OpenBundle {
    const name = this.#say('desk.pasted');
    return this.#start(name, {
      paths: [],
      names: [],
      texts: { [name]: text },
      settings: this.#parts.settings,
      limits: {},
    });
  }

  async #reopen({ bundle, password, raise = [], care }: Ask<'bundle:reopen'>): Promise<OpenBundle> {
    const before = this.#bundle(bundle);
    await this.#close(before);
    const [path = ''] = before.open.paths;
    if (before.shown().stage === 'saved') return this.#openSaved(path, before.name);
    const limits = { ...before.open.limits, ...raisedLimits(raise) };
    const open = { ...before.open, limits, ...(password === undefined ? {} : { password }) };
    return this.#start(before.name, open, care);
  }

  /** Writes the first report of what was opened into the list of recent bundles. */
  #remember(bundle: DeskBundle): void {
    const [first] = bundle.reports;
    if (!first) return;
    const { name, sha256, host, collectedAt } = first.report.bundle;
    const worst = worstOf({ findings: bundle.reports.flatMap(({ report }) => report.findings) });
    const path = this.#pathOf(bundle.open);
    const isSample = bundle.open.paths.some((one) => this.offers.at(one)?.origin === 'sample');
    if (isSample) return;
    const recent: RecentBundle = {
      ...{ name, sha256, openedAt: this.#parts.now() },
      ...(path === undefined ? {} : { path }),
      ...(host['name'] === undefined ? {} : { host: host['name'] }),
      ...(collectedAt === undefined ? {} : { collectedAt }),
      ...(worst === undefined ? {} : { worst }),
    };
    this.#parts.kept.remember(recent);
    this.#tellOffers();
  }

  #withRecent(id: OfferId, change: (recent: RecentBundle) => void): Record<string, never> {
    const recent = this.offers.find(id)?.recent;
    if (!recent) throw new Refused('not-found', 'refusal.noOffer', { id });
    change(recent);
    this.#tellOffers();
    return {};
  }

  #tellOffers(): void {
    this.offers.setRecent(this.#parts.kept.recent());
    this.#tell({ type: 'offers', offers: [...this.offers.shown()] });
  }

  #problems({ bundle, report, from, count }: Ask<'report:problems'>): Answer<'report:problems'> {
    const opened = this.#report(bundle, report);
    const rows = opened.report.problems.map((problem) => {
      const entry = problem.at?.entry ?? '';
      return problemShown(problem, entry === '' ? '' : addressIn(opened.root, entry));
    });
    return { rows: rows.slice(from, from + count), total: rows.length };
  }

  #setTriage({ bundle, report, fingerprints, triage }: Ask<'triage:set'>): Answer<'triage:set'> {
    const { opened, book } = this.#findings(bundle, report);
    for (const fingerprint of fingerprints) findingOf(opened, fingerprint);
    const { sha256, root } = opened.report.bundle;
    this.#parts.kept.keepTriage(sha256, root, withTriage(book, fingerprints, triage));
    this.#tell({ type: 'triage', id: bundle });
    return {};
  }

  async #export(ask: Ask<'export:make'>): Promise<Answer<'export:make'>> {
    const { opened, book } = this.#findings(ask.bundle, ask.report);
    if (opened.provisional) throw new Refused('not-at-hand', 'refusal.stillReading');
    const { version, exports } = this.#parts;
    const only = this.#chosen(opened, book, ask.choice);
    const file = await makeExport(opened.report, only, book, ask, { ...exports, version });
    return { id: this.#exports.keep(file), name: file.name, bytes: file.content.length };
  }

  /** Fingerprints that a choice means; undefined for all. */
  #chosen(
    opened: OpenedReport,
    book: TriageBook,
    choice: Ask<'export:make'>['choice'],
  ): ReadonlySet<string> | undefined {
    if (choice.kind === 'all') return undefined;
    if (choice.kind === 'chosen') return new Set(choice.fingerprints);
    const { filter, facets } = choice;
    const page = { filter, facets, sort: 'tree', from: 0, count: opened.report.findings.length } as const;
    const own = { bundle: '', report: 0, ...page };
    const { rows } = findingsPage(opened, book, own, { say: this.#say, compile: this.#parts.compile });
    return new Set(rows.map(({ fingerprint }) => fingerprint));
  }

  #findings(bundle: BundleId, index: number): { readonly opened: OpenedReport; readonly book: TriageBook } {
    const opened = this.#report(bundle, index);
    const { sha256, root } = opened.report.bundle;
    return { opened, book: opened.provisional ? {} : this.#parts.kept.triage(sha256, root) };
  }

  #report(id: BundleId, index: number): OpenedReport {
    const found = this.#bundle(id).reports[index];
    if (!found) throw new Refused('not-found', 'refusal.noReport', { report: index });
    return found;
  }

  #bundle(id: BundleId): DeskBundle {
    const found = this.#bundles.get(id);
    if (!found) throw new Refused('not-found', 'refusal.noBundle');
    return found;
  }

  #tell(event: DeskEvent): void {
    for (const heard of this.#listeners) heard(event);
  }
}

function findingOf({ report }: OpenedReport, fingerprint: string): Finding {
  const found = report.findings.find((one) => one.fingerprint === fingerprint);
  if (!found) throw new Refused('not-found', 'refusal.noFinding');
  return found;
}

function isSessionQuestion(name: QuestionName): name is SessionQuestion {
  return SESSION_QUESTIONS.some((one) => one === name);
}
