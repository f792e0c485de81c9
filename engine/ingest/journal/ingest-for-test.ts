import type { Problem } from '../../api/index.ts';
import { ingest } from '../ingest.ts';
import { DEFAULT_LIMITS, type Limits } from '../limits.ts';
import type { Source } from '../source.ts';

export interface ReadForTest {
  /** By entry, as Latin-1, so that every byte shows. */
  readonly texts: Readonly<Record<string, string>>;
  readonly states: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
  readonly ended: string;
}

/** Reads a source and keeps all of it. */
export async function ingestForTest(source: Source, limits: Partial<Limits> = {}): Promise<ReadForTest> {
  const texts: Record<string, string> = {};
  const states: Record<string, string> = {};
  const problems: Problem[] = [];
  let entry = '';
  const { ended } = await ingest(
    source,
    {
      begin({ path, kind, holds }) {
        if (kind !== 'file' || holds === 'members') return false;
        entry = path;
        texts[entry] = '';
        return true;
      },
      chunk(bytes) {
        texts[entry] += Buffer.from(bytes).toString('latin1');
        return true;
      },
      end: (state) => void (states[entry] = state),
      problem: (problem) => void problems.push(problem),
    },
    { limits: { ...DEFAULT_LIMITS, ...limits } },
  );
  return { texts, states, problems, ended };
}
