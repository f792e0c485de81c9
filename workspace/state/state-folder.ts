import { mkdirSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { dirname, join } from 'node:path';
import type { z } from 'zod';

/** Larger than any state a person makes; what is larger is none of ours. */
const MOST_BYTES = 8 * 1024 * 1024;

/** Where what a person did is kept between two starts: settings, recent bundles, triage. Nothing of a bundle. */
export function defaultStateFolder(env: NodeJS.ProcessEnv = process.env): string {
  const given = env['BUNDLESCOPE_STATE'];
  if (given !== undefined && given !== '') return given;
  if (platform() === 'win32') return join(env['LOCALAPPDATA'] ?? homedir(), 'Bundlescope');
  if (platform() === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Bundlescope');
  return join(env['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state'), 'bundlescope');
}

/**
 * Small files of JSON in a private folder, each checked by its schema when it is read. A file that does not fit is set
 * aside under another name and told once; the state begins anew.
 */
export class StateFolder {
  readonly #folder: string;
  readonly #setAside: (file: string) => void;

  constructor(folder: string, setAside: (file: string) => void) {
    this.#folder = folder;
    this.#setAside = setAside;
  }

  read<Schema extends z.ZodType>(name: string, schema: Schema): z.infer<Schema> | undefined {
    const file = join(this.#folder, name);
    const text = textOf(file);
    if (text === undefined) return undefined;
    const read = schema.safeParse(parsed(text));
    if (read.success) return read.data;
    try {
      renameSync(file, `${file}.unreadable`);
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
    this.#setAside(file);
    return undefined;
  }

  /** Writes beside and renames, so that nothing is half-written. A folder that cannot be written keeps nothing. */
  write(name: string, value: unknown): void {
    const file = join(this.#folder, name);
    const beside = `${file}.${process.pid}.part`;
    try {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      writeFileSync(beside, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
      renameSync(beside, file);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      remove(beside);
    }
  }
}

function textOf(file: string): string | undefined {
  try {
    return statSync(file).size > MOST_BYTES ? '' : readFileSync(file, 'utf8');
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // What is no JSON fits no schema.
    return undefined;
  }
}

function remove(file: string): void {
  try {
    unlinkSync(file);
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

function isSystemError(error: unknown): boolean {
  return typeof (error as NodeJS.ErrnoException).code === 'string';
}
