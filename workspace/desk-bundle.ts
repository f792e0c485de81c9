import { randomBytes } from 'node:crypto';

import { REPORT_FACTS_SCHEMA, type Finding, type Report } from '../engine/api/index.ts';
import { speaker } from '../report/messages.ts';
import type { OpenBundle, Progress, Stage } from './contract/bundles.ts';
import type { BundleId } from './contract/parts.ts';
import type { Ask, Reply } from './contract/questions.ts';
import type { OpenedReport } from './report/opened-report.ts';
import { worstOf } from './report/report-summary.ts';
import type { FromSession, SessionOpen, SessionQuestion, ToSession } from './session/protocol.ts';

/** The engine of one bundle, wherever it lives. */
export interface SessionRoad {
  post(message: ToSession): void;
  /** Ends it at once, whatever it does. */
  end(): void;
}

/** Starts an engine: what it says goes to `heard`, its unexpected end to `ended`. */
export type StartSession = (
  heard: (message: FromSession) => void,
  ended: (reason: string) => void,
) => SessionRoad;

export interface DeskBundleEvents {
  changed(): void;
  findings(told: number, withdrawn: number): void;
  opened(): void;
  /** The engine ended while it was reading, and nobody had asked it to. */
  diedReading(): void;
}

/** Time that a cancelled or closing engine has to hand over or tidy up. */
const GRACE_MILLISECONDS = 2_000;

/** One open bundle as the workspace keeps it: reports outlive the engine that made them. */
export class DeskBundle {
  readonly id: BundleId = `b${randomBytes(8).toString('hex')}`;
  readonly open: SessionOpen;
  readonly name: string;
  readonly #road: SessionRoad | undefined;
  readonly #events: DeskBundleEvents;
  readonly #waiting = new Map<number, (reply: Reply<SessionQuestion>) => void>();
  #asked = 0;
  #stage: Stage = 'waiting';
  #progress: Progress | undefined;
  #reports: readonly OpenedReport[] = [];
  #sentence: string | undefined;
  #asksPassword = false;
  #raises: readonly string[] = [];
  #isAlive = true;
  #closing = false;

  /**
   * With a sentence in the place of an engine it is held back until a person says how to go about it; with reports it
   * is what was saved of a bundle that lies elsewhere.
   */
  constructor(
    name: string,
    open: SessionOpen,
    start: StartSession | string | readonly Report[],
    events: DeskBundleEvents,
  ) {
    this.name = name;
    this.open = open;
    this.#events = events;
    if (typeof start !== 'function') {
      this.#isAlive = false;
      if (typeof start === 'string') this.#settle('held', start);
      else {
        this.#reports = start.map((report) => ({ report, root: '', milliseconds: 0, provisional: false }));
        this.#settle('saved', speaker()('desk.saved'));
      }
      return;
    }
    this.#road = start(
      (message) => this.#heard(message),
      (reason) => this.#ended(reason),
    );
    this.#road.post({ type: 'open', open });
  }

  get reports(): readonly OpenedReport[] {
    return this.#reports;
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  shown(): OpenBundle {
    return {
      id: this.id,
      name: this.name,
      stage: this.#stage,
      ...(this.#progress ? { progress: this.#progress } : {}),
      reports: this.#reports.map(({ report, provisional }, index) => {
        const worst = worstOf(report);
        const host = provisional ? '' : (report.bundle.host['name'] ?? report.bundle.name);
        return { index, host, kind: report.bundle.kind, ...(worst ? { worst } : {}) };
      }),
      ...(this.#sentence === undefined ? {} : { sentence: this.#sentence }),
      asksPassword: this.#asksPassword,
      raises: [...this.#raises],
      filesAtHand: this.#isAlive && (this.#stage === 'done' || this.#stage === 'cancelled'),
    };
  }

  ask(name: SessionQuestion, ask: Ask<SessionQuestion>): Promise<Reply<SessionQuestion>> {
    if (!this.#isAlive) {
      const detail = speaker()(this.#stage === 'saved' ? 'refusal.savedReport' : 'refusal.engineEnded');
      return Promise.resolve({ ok: false, refusal: { code: 'not-at-hand', detail } });
    }
    const id = ++this.#asked;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#road?.post({ type: 'ask', id, name, ask });
    });
  }

  cancel(): void {
    if (!isBusy(this.#stage)) return;
    this.#road?.post({ type: 'cancel' });
    setTimeout(() => {
      if (isBusy(this.#stage)) {
        this.#road?.end();
        this.#settle('cancelled', speaker()('desk.cancelled'));
        this.#isAlive = false;
        this.#events.changed();
      }
    }, GRACE_MILLISECONDS).unref();
  }

  /** Resolves when nothing of it is left behind. */
  close(): Promise<void> {
    this.#closing = true;
    if (!this.#isAlive) return Promise.resolve();
    return new Promise((resolve) => {
      const finish = (): void => {
        this.#road?.end();
        this.#isAlive = false;
        resolve();
      };
      this.#onClosed = finish;
      this.#road?.post({ type: 'close' });
      setTimeout(finish, GRACE_MILLISECONDS).unref();
    });
  }
  #onClosed: (() => void) | undefined;

  #heard(message: FromSession): void {
    switch (message.type) {
      case 'progress':
        this.#stage = message.stage;
        this.#progress = message.progress;
        return this.#events.changed();
      case 'provisional':
        return this.#provisional(message.findings);
      case 'opened':
        return this.#opened(message);
      case 'answer':
        this.#waiting.get(message.id)?.(message.reply);
        this.#waiting.delete(message.id);
        return undefined;
      case 'fault':
        this.#settle('failed', message.detail);
        return this.#events.changed();
      case 'closed':
        return this.#onClosed?.();
    }
  }

  #provisional(findings: readonly Finding[]): void {
    const before = this.#reports.flatMap(({ report }) => report.findings);
    const now = new Set(findings.map(({ fingerprint }) => fingerprint));
    const withdrawn = before.filter(({ fingerprint }) => !now.has(fingerprint)).length;
    this.#reports = [
      { report: unfinished(this.name, findings), root: '', milliseconds: 0, provisional: true },
    ];
    this.#events.findings(findings.length, withdrawn);
    this.#events.changed();
  }

  #opened({
    reports,
    sentences,
    ended,
    asksPassword,
    raises,
    milliseconds,
  }: Extract<FromSession, { type: 'opened' }>): void {
    const before = this.#reports.flatMap(({ report }) => report.findings);
    const now = new Set(
      reports.flatMap(({ report }) => report.findings.map(({ fingerprint }) => fingerprint)),
    );
    this.#reports = reports.map(({ report, root }) => ({ report, root, milliseconds, provisional: false }));
    this.#asksPassword = asksPassword;
    this.#raises = raises;
    const stage = ended === 'cancelled' ? 'cancelled' : reports.length === 0 ? 'failed' : 'done';
    this.#settle(stage, sentences.length > 0 ? sentences.join('\n') : undefined);
    this.#events.findings(now.size, before.filter(({ fingerprint }) => !now.has(fingerprint)).length);
    this.#events.opened();
    this.#events.changed();
  }

  #ended(reason: string): void {
    if (this.#closing || !this.#isAlive) return;
    this.#isAlive = false;
    if (isBusy(this.#stage)) this.#events.diedReading();
    this.#settle('ended', speaker()('desk.engineEnded', { name: this.name, reason }));
    const detail = speaker()('refusal.engineEnded');
    for (const answer of this.#waiting.values()) {
      answer({ ok: false, refusal: { code: 'not-at-hand', detail } });
    }
    this.#waiting.clear();
    this.#events.changed();
  }

  #settle(stage: Stage, sentence: string | undefined): void {
    this.#stage = stage;
    this.#sentence = sentence;
    this.#progress = undefined;
  }
}

function isBusy(stage: Stage): boolean {
  return stage === 'waiting' || stage === 'reading' || stage === 'judging';
}

/** A report that holds nothing but findings told so far: all else is known at the end. */
function unfinished(name: string, findings: readonly Finding[]): Report {
  return {
    profile: { id: '', chosen: 'no-date' },
    settings: { thresholds: [], knowledge: [] },
    bundle: { name, sha256: '', bytes: 0, kind: '', root: '', host: {} },
    findings,
    analyzers: [],
    problems: [],
    facts: { schema: REPORT_FACTS_SCHEMA, excerpts: [] },
    entries: { total: 0, recognised: 0, unrecognised: 0 },
    ended: 'complete',
  };
}
