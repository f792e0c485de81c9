import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';

import { MAIN } from './analyze-sample.ts';

/** How a run of the command ended, and what it wrote. */
export interface CliEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  /** Written to its standard input, which is then closed. */
  readonly input?: Uint8Array;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The Node that runs it; that of the tests where left out. */
  readonly node?: string;
  /** The command; the one that was built from the sources at hand where left out. */
  readonly main?: string;
}

/** Runs the command line as a user does: a process of its own, as it is delivered. */
export async function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliEnd> {
  const child = startCli(args, options);
  // A command that does not read its input may close it.
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  return endOf(child);
}

/** The same, with its input left open. */
export function startCli(args: readonly string[], options: CliOptions = {}): ChildProcessWithoutNullStreams {
  const { node = process.execPath, main = MAIN, cwd, env = {} } = options;
  return spawn(node, [main, ...args], { cwd, env: { ...process.env, NO_COLOR: undefined, ...env } });
}

export function endOf(child: ChildProcessWithoutNullStreams): Promise<CliEnd> {
  const stdout = textOf(child.stdout);
  const stderr = textOf(child.stderr);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout: stdout(), stderr: stderr() }));
  });
}

function textOf(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}
