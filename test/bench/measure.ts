import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** One run of a program as a whole process. */
export interface Measured {
  readonly seconds: number;
  /** As the operating system counts it; undefined where it does not say (anywhere but on Linux). */
  readonly peakBytes: number | undefined;
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
  const ask = (): void => void (peakBytes = peakOf(child.pid) ?? peakBytes);
  const timer = setInterval(ask, ASK_EVERY_MILLISECONDS);
  try {
    const status = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    const seconds = (performance.now() - start) / 1000;
    return { seconds, peakBytes, status, stdout: output(), stderr: errors() };
  } finally {
    clearInterval(timer);
  }
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  const chunks: Buffer[] = [];
  stream?.on('data', (chunk: Buffer) => void chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
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
