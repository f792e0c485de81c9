import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { MAIN } from '../harness/analyze-sample.ts';
import { foreignCalls } from './trace.ts';

/** How a run of the command went, and what it did to the machine. */
export interface GuardedEnd {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Most memory that any process of it held, in bytes. */
  readonly memory: number;
  /** Time of the processor, which unlike that of the clock does not grow with what else runs. */
  readonly seconds: number;
  /** Calls that wrote outside its temporary folder, made links or reached for the net. */
  readonly foreign: readonly string[];
  /** What it left in its temporary folder. */
  readonly left: readonly string[];
}

/** A run that takes longer than this hangs, however busy the machine is. */
const HANGS_AFTER = 120_000;

/** Runs the command under `strace` and `time`, with a temporary folder of its own. */
export async function guardedRun(
  args: readonly string[],
  { folder, input }: { readonly folder: string; readonly input?: Uint8Array },
): Promise<GuardedEnd> {
  const own = mkdtempSync(join(folder, 'run-'));
  const temporary = join(own, 'tmp');
  const trace = join(own, 'trace');
  const used = join(own, 'used');
  mkdirSync(temporary);
  const measured = ['-q', '-f', '%M %U %S', '-o', used];
  const traced = ['strace', '-f', '-qq', '--seccomp-bpf', '-s', '4096', '-e', `trace=${CALLS}`, '-o', trace];
  const child = spawn('/usr/bin/time', [...measured, ...traced, process.execPath, MAIN, ...args], {
    detached: true,
    env: { ...process.env, TMPDIR: temporary, NO_COLOR: '1', NODE_OPTIONS: '' },
  });
  // It leads a group of its own, so that all of it ends.
  const watchdog = setTimeout(() => process.kill(-(child.pid ?? 0), 'SIGKILL'), HANGS_AFTER);
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => void stdout.push(part));
  child.stderr.on('data', (part: Buffer) => void stderr.push(part));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input ?? '');
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  clearTimeout(watchdog);
  const [kib = 0, user = 0, system = 0] = readFileSync(used, 'utf8').trim().split(' ').map(Number);
  const end = {
    code,
    stdout: Buffer.concat(stdout).toString('utf8'),
    stderr: Buffer.concat(stderr).toString('utf8'),
    memory: kib * 1024,
    seconds: user + system,
    foreign: foreignCalls(readFileSync(trace, 'utf8'), temporary),
    left: readdirSync(temporary),
  };
  rmSync(own, { recursive: true });
  return end;
}

/** Whatever makes, changes or removes a file, and what reaches for another machine. */
const CALLS = [
  'open,openat,openat2,creat,truncate,mkdir,mkdirat,rmdir,unlink,unlinkat,rename,renameat,renameat2',
  'link,linkat,symlink,symlinkat,mknod,mknodat,chmod,fchmodat,chown,lchown,fchownat,utimensat',
  'setxattr,lsetxattr,mount,connect,bind',
].join(',');
