import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Command } from 'commander';

import type { EngineAnswer, EngineRequest } from '../engine/run/protocol.ts';
import { visibleLine } from '../report/escape.ts';
import { ask } from './ask.ts';
import { say } from './say.ts';
import { UsageError } from './usage.ts';

export interface PasswordOptions {
  readonly passwordFile?: string;
}

/** A password is a line; nobody's is longer. */
const MOST_BYTES = 4096;
const LF = 0x0a;
const CR = 0x0d;
/** Tries at a terminal, as other programs give. */
const TRIES = 3;

/** The option of every command that opens archives. */
export function addPasswordOption(command: Command): Command {
  return command.option('--password-file <file>', say('cli.passwordFile'));
}

/** The password of the file that is named, and none where there is no such option. */
export async function passwordOf({
  passwordFile,
}: PasswordOptions): Promise<{ readonly password?: Uint8Array }> {
  return passwordFile === undefined ? {} : { password: await firstLine(passwordFile) };
}

/** Asks the engine; where a zip needs a password and a person sits at a terminal, asks for it too. */
export async function askUnlocked(
  request: EngineRequest,
  { passwordFile }: PasswordOptions,
): Promise<EngineAnswer> {
  if (passwordFile !== undefined) return ask({ ...request, password: await firstLine(passwordFile) });
  let answer = await ask(request);
  if (!process.stdin.isTTY || request.paths.includes('-')) return answer;
  for (let tries = 0; tries < TRIES && needsPassword(answer); tries++) {
    const password = await prompted(tries);
    if (!password) break;
    answer = await ask({ ...request, password });
  }
  return answer;
}

function needsPassword({ sources }: EngineAnswer): boolean {
  return sources.some(({ problems }) =>
    problems.some(({ code }) => code === 'password-needed' || code === 'wrong-password'),
  );
}

/** The first line of a file, as bytes: in which encoding a password is, only its maker knows. */
async function firstLine(path: string): Promise<Uint8Array> {
  const bytes = await headOf(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      say('error.passwordFile', { file: visibleLine(path), reason: visibleLine(error.message) }),
    );
  });
  const lineEnd = bytes.indexOf(LF);
  const line = lineEnd === -1 ? bytes : bytes.subarray(0, lineEnd);
  const password = line.at(-1) === CR ? line.subarray(0, -1) : line;
  if (password.length === 0) throw new UsageError(say('error.passwordEmpty', { file: visibleLine(path) }));
  return Uint8Array.from(password);
}

/** It may be a pipe, which gives its bytes bit by bit. */
async function headOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  const bytes = Buffer.alloc(MOST_BYTES);
  try {
    let length = 0;
    while (length < MOST_BYTES && !bytes.subarray(0, length).includes(LF)) {
      const { bytesRead } = await file.read(bytes, length, MOST_BYTES - length, null);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return bytes.subarray(0, length);
  } finally {
    await file.close();
  }
}

/** Reads a line of the terminal without showing it; nothing where it is empty or interrupted. */
async function prompted(tries: number): Promise<Uint8Array | undefined> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  // From here on the terminal shows nothing that is typed; only then is it asked for.
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  process.stderr.write(say(tries === 0 ? 'prompt.password' : 'prompt.passwordAgain'));
  const abort = new AbortController();
  lines.on('SIGINT', () => abort.abort());
  lines.on('close', () => abort.abort());
  try {
    const typed = await lines.question('', { signal: abort.signal });
    return typed === '' ? undefined : Buffer.from(typed);
  } catch {
    // Interrupted: what was read without it stands.
    return undefined;
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}
