import type { AnyAnalyzer, Domain, Finding } from '../api/index.ts';
import type { EntrySink } from '../ingest/entry-sink.ts';
import type { Ingest, IngestOptions } from '../ingest/source.ts';
import type { Plan } from './plan.ts';
import type { Judging } from './settings.ts';

export interface OpenOptions extends IngestOptions {
  readonly ingest: Ingest;
  readonly domain: Domain;
  readonly plan: Plan;
  readonly analyzers: readonly AnyAnalyzer[];
  readonly profile: string;
  readonly judging: Judging;
  /** Takes all content as it goes by, for viewing and search. */
  readonly keep?: EntrySink;
  /** Findings while it is still read, all that hold by then. */
  readonly onProvisional?: (findings: readonly Finding[]) => void;
}
