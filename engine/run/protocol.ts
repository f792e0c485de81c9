import type { EntryPath, NotSeen, Problem, Report } from '../api/index.ts';
import type { Limits } from '../ingest/limits.ts';
import type { EngineSettings } from './settings.ts';

/** What may be asked of the engine, wherever it lives. Plain data. */
export interface EngineRequest {
  /** `desk`: judge, and resolve every fact for a screen; `compare`: the same, and answer with all of it. */
  readonly command: 'analyze' | 'entries' | 'facts' | 'desk' | 'compare';
  /** Files and folders; `-` is standard input. */
  readonly paths: readonly string[];
  /** `auto` or the id of a support profile. */
  readonly profile: string;
  /** Ids of the analyzers to ask; all where empty. */
  readonly only: readonly string[];
  readonly skip: readonly string[];
  /** What the user set of his own; none where it is left out. */
  readonly settings?: EngineSettings;
  /** Limits other than the standard ones. */
  readonly limits?: Partial<Limits>;
  /** Opens encrypted members of zips. It goes into no answer. */
  readonly password?: Uint8Array;
  /** With `facts`: the one fact that is asked for. */
  readonly factName?: string;
}

/** How one of the things that were handed over fared. */
export interface SourceEnd {
  readonly name: string;
  readonly opened: boolean;
  readonly ended: 'complete' | 'damaged' | 'limit' | 'cancelled';
  /** Whether a bundle was found in it, and anything of that bundle could be read. */
  readonly recognised: boolean;
  readonly problem?: Problem;
  /** Entries that were listed before the end. */
  readonly entries: number;
  readonly reportCount: number;
  /** What went wrong in it, where no report carries it. */
  readonly problems: readonly Problem[];
}

export interface EntryRow {
  /** The bundle's root in its source, where there are several. */
  readonly bundle?: string;
  readonly path: EntryPath;
  readonly kind: 'file' | 'folder' | 'link' | 'archive' | 'other';
  readonly size: number;
  /** ISO 8601, UTC. */
  readonly modified?: string;
  readonly linkTarget?: string;
  /** The facts that read it, if any does. */
  readonly fact?: string;
}

export interface FactRow {
  readonly bundle: string;
  readonly name: string;
  readonly status: 'known' | 'absent' | 'not-read' | 'unreadable';
  readonly value?: unknown;
  readonly entries: readonly EntryPath[];
  readonly problems: readonly Problem[];
  readonly notSeen: readonly NotSeen[];
}

export interface EngineAnswer {
  readonly reports: readonly Report[];
  readonly sources: readonly SourceEnd[];
  readonly facts?: readonly FactRow[];
  /** Why the engine itself failed or died before it was done. */
  readonly fault?: string;
}

export interface EngineProgress {
  readonly source: string;
  readonly bytesRead: number;
  readonly bytesTotal?: number;
  readonly entry: string;
}
