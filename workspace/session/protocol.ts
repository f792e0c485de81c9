import type { EntryPath, Finding, Report } from '../../engine/api/index.ts';
import type { Limits } from '../../engine/ingest/limits.ts';
import type { EngineSettings } from '../../engine/run/settings.ts';
import type { Progress } from '../contract/bundles.ts';
import type { Ask, QuestionName, Reply } from '../contract/questions.ts';

/*
 * What the workspace and the engine of one open bundle say to each other. Plain data: the engine lives in a thread or
 * a process that can be ended.
 */

/** What is opened, and by which rules it is judged. */
export interface SessionOpen {
  readonly paths: readonly string[];
  /** What a path is called, where it lies under a number. */
  readonly names: readonly (readonly [path: string, name: string])[];
  /** Texts that lie in no file: what was pasted. */
  readonly texts: Readonly<Record<string, string>>;
  readonly settings: EngineSettings;
  /** Those that differ from the usual ones. */
  readonly limits: Partial<Limits>;
  readonly password?: string;
}

/** Questions that need the content of a bundle; the workspace answers all others from reports. */
export const SESSION_QUESTIONS = [
  'entries:folder',
  'entries:find',
  'entry:info',
  'entry:lines',
  'entry:line',
  'entry:bytes',
  'entry:text',
  'facts:list',
  'facts:view',
  'engine:memory',
] as const satisfies readonly QuestionName[];
export type SessionQuestion = (typeof SESSION_QUESTIONS)[number];

export type ToSession =
  | { readonly type: 'open'; readonly open: SessionOpen }
  | { readonly type: 'cancel' }
  | {
      readonly type: 'ask';
      readonly id: number;
      readonly name: SessionQuestion;
      readonly ask: Ask<SessionQuestion>;
    }
  | { readonly type: 'close' };

export interface SessionReport {
  readonly report: Report;
  readonly root: EntryPath;
}

export type FromSession =
  | { readonly type: 'progress'; readonly progress: Progress; readonly stage: 'reading' | 'judging' }
  | { readonly type: 'provisional'; readonly findings: readonly Finding[] }
  | {
      readonly type: 'opened';
      readonly reports: readonly SessionReport[];
      /** Sentences on what could not be read as a whole. */
      readonly sentences: readonly string[];
      readonly ended: 'complete' | 'damaged' | 'limit' | 'cancelled';
      readonly asksPassword: boolean;
      /** Flags of limits that were met and may be raised. */
      readonly raises: readonly string[];
      readonly milliseconds: number;
    }
  | { readonly type: 'answer'; readonly id: number; readonly reply: Reply<SessionQuestion> }
  | { readonly type: 'fault'; readonly detail: string }
  | { readonly type: 'closed' };
