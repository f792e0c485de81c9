import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { seededRandom } from '../bench/generators/random.ts';
import { corpusOf, seedOf } from './corpus.ts';
import type { FuzzAnswer } from './fuzz-worker.ts';
import { mutated } from './mutate.ts';

/** `npm run fuzz -- --seed N --minutes M`: reads archives that are broken at random until the time is over. */
const HANGS_AFTER = 30_000;
const MOST_MEMORY = 512 * 1024 * 1024;
/** Memory of a process only grows: now and then a new one takes over. */
const PER_WORKER = 2_000;
const REGRESSIONS = join(import.meta.dirname, '..', 'hostile', 'regressions');

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, minutes: { type: 'string', default: '10' } },
});
const seed = Number(values.seed);
const minutes = Number(values.minutes);
if (!Number.isSafeInteger(seed) || !(minutes > 0)) {
  console.error('npm run fuzz -- --seed NUMBER --minutes NUMBER');
  process.exit(2);
}
process.exit(await fuzz());

async function fuzz(): Promise<number> {
  const end = performance.now() + minutes * 60_000;
  const ends = new Map<string, number>();
  let index = 0;
  let found = 0;
  while (performance.now() < end) {
    const worker = await startWorker();
    for (let left = PER_WORKER; left > 0 && performance.now() < end; left--, index++) {
      const answer = await worker.ask(index);
      const ended = typeof answer === 'string' ? answer : answer.ended;
      ends.set(ended, (ends.get(ended) ?? 0) + 1);
      if (!(await isFound(answer))) continue;
      found++;
      index++;
      break;
    }
    worker.end();
    console.log(`${index} archives, ${found} found: ${[...ends].map((one) => one.join(' ')).join(', ')}`);
  }
  return found > 0 ? 1 : 0;
}

/** Reads it once more alone, where it seems to hold too much or to hang: others may have been the reason. */
async function isFound(answer: FuzzAnswer | Broken): Promise<boolean> {
  const wrong = whatIsWrong(answer);
  if (!wrong) return false;
  const worker = await startWorker();
  const again = whatIsWrong(await worker.ask(answer.index));
  worker.end();
  if (!again) return false;
  const { name, bytes } = mutated(corpusOf(seed), seededRandom(seedOf(seed, answer.index)));
  mkdirSync(REGRESSIONS, { recursive: true });
  const file = join(REGRESSIONS, `${again.kind}-${seed}-${answer.index}-${name}`);
  writeFileSync(file, bytes);
  console.log(`${file}\n${again.detail}`);
  return true;
}

interface Wrong {
  readonly kind: 'crash' | 'hang' | 'fault' | 'memory';
  readonly detail: string;
}

function whatIsWrong(answer: FuzzAnswer | Broken): Wrong | undefined {
  if ('kind' in answer) return answer;
  if (answer.fault !== undefined) return { kind: 'fault', detail: answer.fault };
  const { memory } = answer;
  return memory > MOST_MEMORY ? { kind: 'memory', detail: `It held ${memory} bytes` } : undefined;
}

/** A worker that gave no answer. */
interface Broken extends Wrong {
  readonly index: number;
  readonly ended: string;
}

async function startWorker() {
  const folder = mkdtempSync(join(tmpdir(), 'bundlescope-fuzz-'));
  const child = fork(join(import.meta.dirname, 'fuzz-worker.ts'), [String(seed), folder], {
    execArgv: ['--max-old-space-size=1024'],
  });
  await new Promise((resolve) => child.once('message', resolve));
  return {
    ask: (index: number): Promise<FuzzAnswer | Broken> => asked(child, index),
    end(): void {
      child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function asked(child: ChildProcess, index: number): Promise<FuzzAnswer | Broken> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => settle(broken('hang', `No answer in ${HANGS_AFTER} ms`)), HANGS_AFTER);
    const onMessage = (answer: FuzzAnswer): void => settle(answer);
    const onExit = (code: number | null, signal: string | null): void =>
      settle(broken('crash', `It ended with ${code ?? signal}`));
    child.once('message', onMessage);
    child.once('exit', onExit);
    child.send(index);

    function broken(kind: Wrong['kind'], detail: string): Broken {
      return { index, ended: kind, kind, detail };
    }
    function settle(answer: FuzzAnswer | Broken): void {
      clearTimeout(timer);
      child.off('message', onMessage);
      child.off('exit', onExit);
      resolve(answer);
    }
  });
}
