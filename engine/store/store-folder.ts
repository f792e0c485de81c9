import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** bundlescope-store-4242-k3Jx0a: the process that made it, and six letters that nobody can guess. */
const NAME = /^bundlescope-store-(?<pid>\d{1,10})-[A-Za-z0-9]{6}$/u;
const MARKER = 'owner';
/** Files of a store are called by numbers: no name of a bundle ever becomes one of the disk. */
const FILE = /^\d{1,10}$/u;

/** Folders of this process that are to be gone when it ends. */
const open = new Set<string>();

/** Makes a private folder below `parent`; it is removed at the latest when this process ends. */
export function makeStoreFolder(parent: string): string {
  const folder = mkdtempSync(join(parent, `bundlescope-store-${process.pid}-`));
  writeFileSync(join(folder, MARKER), ownerText(), { mode: 0o600, flag: 'wx' });
  if (open.size === 0) process.on('exit', removeAll);
  open.add(folder);
  return folder;
}

export function removeStoreFolder(folder: string): void {
  open.delete(folder);
  if (open.size === 0) process.off('exit', removeAll);
  removeFiles(folder);
}

/**
 * Removes folders that a killed process of ours has left below `parent`. Touched is only what is plainly ours: a
 * folder of that name that belongs to this user alone, holds a marker and nothing but numbered files, and whose
 * process is gone. Returns how many were removed.
 */
export function sweepStoreFolders(parent: string): number {
  let removed = 0;
  for (const name of namesIn(parent)) {
    const pid = NAME.exec(name)?.groups?.['pid'];
    const folder = join(parent, name);
    if (pid === undefined || open.has(folder) || !isOurs(folder) || !isOwnerGone(folder, Number(pid)))
      continue;
    removeFiles(folder);
    removed++;
  }
  return removed;
}

function removeAll(): void {
  for (const folder of open) removeFiles(folder);
  open.clear();
}

/** Never recursive: a folder in which anything else lies stays. */
function removeFiles(folder: string): void {
  const names = namesIn(folder);
  if (!names.every((name) => name === MARKER || FILE.test(name))) return;
  // The marker goes last, so that a removal that is broken off can be taken up again.
  const files = names.filter((name) => name !== MARKER);
  for (const name of [...files, ...names.filter((name) => name === MARKER)])
    ignoringMissing(() => unlinkSync(join(folder, name)));
  ignoringMissing(() => rmdirSync(folder));
}

function isOurs(folder: string): boolean {
  try {
    const found = lstatSync(folder);
    if (!found.isDirectory()) return false;
    return process.getuid === undefined || (found.uid === process.getuid() && (found.mode & 0o077) === 0);
  } catch (error) {
    return refused(error);
  }
}

function isOwnerGone(folder: string, pid: number): boolean {
  const marker = textOf(join(folder, MARKER));
  const owner = /^pid (?<pid>\d+)\nboot (?<boot>\S+)\nspace (?<space>\S+)\nstarted (?<started>\S+)\n$/u.exec(
    marker,
  )?.groups;
  if (!owner || Number(owner['pid']) !== pid) return false;
  if (owner['boot'] !== bootId()) return true;
  // A container that shares the folder numbers its processes by itself: nothing can be said of them.
  if (owner['space'] !== processSpace()) return false;
  return !isAlive(pid) || startOf(pid) !== owner['started'];
}

function ownerText(): string {
  const { pid } = process;
  return `pid ${pid}\nboot ${bootId()}\nspace ${processSpace()}\nstarted ${startOf(pid)}\n`;
}

/** Changes with every start of the machine; process numbers mean nothing across one. */
function bootId(): string {
  return textOf('/proc/sys/kernel/random/boot_id').trim() || 'unknown';
}

function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch (error) {
    return refused(error) || 'unknown';
  }
}

/** When a process began, in ticks since the machine's start: a number that was given anew has another. */
function startOf(pid: number): string {
  const stat = textOf(`/proc/${pid}/stat`);
  // 4242 (node) S 1 4242 ...: the name may hold spaces; the start is the twentieth field behind it
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? 'unknown';
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    return refused(error) || [];
  }
}

/** Empty where there is none, as on systems without /proc. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    return refused(error) || '';
  }
}

function ignoringMissing(remove: () => void): void {
  try {
    remove();
  } catch (error) {
    refused(error);
  }
}

/** What the system says no to is left as it is; anything else is a fault of ours. */
function refused(error: unknown): false {
  if (typeof (error as NodeJS.ErrnoException).code === 'string') return false;
  throw error;
}
