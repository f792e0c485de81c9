import type { EntryHeader, EntrySink } from '../ingest/entry-sink.ts';

/** Gives what goes by to two sinks in one pass; each gets the content that it asks for, and no more. */
export function tee(first: EntrySink, second: EntrySink): EntrySink {
  let firstWants = false;
  let secondWants = false;
  let firstOpen = false;
  let secondOpen = false;
  return {
    begin(header: EntryHeader): boolean {
      firstWants = first.begin(header);
      secondWants = second.begin(header);
      firstOpen = firstWants;
      secondOpen = secondWants;
      return firstWants || secondWants;
    },
    chunk(bytes: Uint8Array): boolean {
      if (firstWants) firstWants = first.chunk(bytes);
      if (secondWants) secondWants = second.chunk(bytes);
      return firstWants || secondWants;
    },
    end(state: 'whole' | 'cut'): void {
      if (firstOpen) first.end(state);
      if (secondOpen) second.end(state);
      firstOpen = false;
      secondOpen = false;
    },
    problem(problem): void {
      first.problem(problem);
      second.problem(problem);
    },
  };
}
