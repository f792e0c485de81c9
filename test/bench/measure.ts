import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** One run of a program as a whole process. */
export interface Measured {
  readonly seconds: number;
  /** As the operating system counts it; undefined where it does not say (anywhere but on Linux). */
  readonly peakBytes: number | undefined;
  /** The same of the largest process that it started; undefined where it started none. */
  readonly childPeakBytes: number | undefined;
}

export interface Run extends Measured {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How often the peak is asked for. The kernel keeps the highest value, so only the last step can be missed. */
const ASK_EVERY_MILLISECONDS = 20;

/** Runs a command and measures it from outside. Its output is kept where asked, else it goes nowhere. */
export async function measure(
  [program, ...args]: readonly [string, ...string[]],
  { keepsOutput = false }: { readonly keepsOutput?: boolean } = {},
): Promise<Run> {
  const start = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', keepsOutput ? 'pipe' : 'ignore', 'pipe'] });
  const output = collect(child.stdout);
  const errors = collect(child.stderr);
  let peakBytes: number | undefined;
  let childPeakBytes: number | undefined;
  const ask = (): void => {
    peakBytes = peakOf(child.pid) ?? peakBytes;
    for (const pid of childrenOf(child.pid)) {
      const bytes = peakOf(pid);
      if (bytes !== undefined) childPeakBytes = Math.max(bytes, childPeakBytes ?? 0);
    }
  };
  const timer = setInterval(ask, ASK_EVERY_MILLISECONDS);
  try {
    const status = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    const seconds = (performance.now() - start) / 1000;
    return { seconds, peakBytes, childPeakBytes, status, stdout: output(), stderr: errors() };
  } finally {
    clearInterval(timer);
  }
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  const chunks: Buffer[] = [];
  stream?.on('data', (chunk: Buffer) => void chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}

/** The processes that it started and that have not ended. */
function childrenOf(pid: number | undefined): readonly number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    return text === '' ? [] : text.split(' ').map(Number);
  } catch {
    return [];
  }
}

/** VmHWM:	  123456 kB */
function peakOf(pid: number | undefined): number | undefined {
  try {
    const found = /^VmHWM:\s*(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found ? Number(found[1]) * 1024 : undefined;
  } catch {
    // The process has ended, or the system has no /proc.
    return undefined;
  }
}
