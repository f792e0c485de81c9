import { createReadStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { loadDomain } from '../../cli/domain.ts';
import type { Source } from '../../engine/ingest/source.ts';
import { answerSources } from '../../engine/run/answer.ts';
import type { EngineAnswer } from '../../engine/run/protocol.ts';
import { seededRandom } from '../bench/generators/random.ts';
import { corpusOf, seedOf } from './corpus.ts';
import { mutated } from './mutate.ts';

/** What a worker answers for the archive of one number. */
export interface FuzzAnswer {
  readonly index: number;
  /** How reading ended, `nothing` where nothing was opened. */
  readonly ended: string;
  /** What is a fault of ours: an exception of the engine, a parser or an analyzer. */
  readonly fault?: string;
  /** Most memory held so far, in bytes. */
  readonly memory: number;
}

/** Makes and reads the archives whose numbers it is sent, in a folder of its own. */
const [seed = '0', folder = '.'] = process.argv.slice(2);
const corpus = corpusOf(Number(seed));
const domain = loadDomain();
process.on('message', (index: number) => void answer(index));
process.send?.('ready');

async function answer(index: number): Promise<void> {
  const random = seededRandom(seedOf(Number(seed), index));
  const { name, bytes } = mutated(corpus, random);
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const isStream = random.below(3) === 0;
  const source: Source = isStream
    ? { kind: 'stream', name, stream: createReadStream(path) }
    : { kind: 'path', path };
  // Large zips are read forward: so are small ones, where nothing may be held.
  const limits = isStream && random.below(2) === 0 ? { heldArchiveBytes: 0 } : {};
  const password = Buffer.from('pw');
  const request = { command: 'analyze', profile: 'auto', only: [], skip: [], limits, password } as const;
  let outcome: Pick<FuzzAnswer, 'ended' | 'fault'>;
  try {
    outcome = outcomeOf(await answerSources([source], request, domain));
  } catch (error) {
    outcome = { ended: 'threw', fault: (error as Error).stack ?? String(error) };
  }
  const memory = process.resourceUsage().maxRSS * 1024;
  process.send?.({ index, ...outcome, memory } satisfies FuzzAnswer);
}

function outcomeOf({ sources, reports, fault }: EngineAnswer): Pick<FuzzAnswer, 'ended' | 'fault'> {
  const problems = [...sources, ...reports].flatMap((part) => part.problems);
  const threw = problems.find(({ code }) => code.endsWith('-threw'))?.detail;
  const failed = reports.flatMap(({ analyzers }) => analyzers).find(({ status }) => status === 'failed');
  const ended = sources[0]?.opened ? sources[0].ended : 'nothing';
  const ours = fault ?? threw ?? (failed && JSON.stringify(failed));
  return { ended, ...(ours === undefined ? {} : { fault: ours }) };
}
