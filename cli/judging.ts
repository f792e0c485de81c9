import { lstat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';

import type { EngineSettings } from '../engine/run/settings.ts';
import { say } from './say.ts';

/** The settings file of a user, looked for in the home folder: a bundle can lie in any other. */
const SETTINGS_FILE = '.bundlescope.yaml';

export interface JudgingOptions {
  /** A file; false where none is to be read; undefined for the one in the home folder, if there is one. */
  readonly settings?: string | boolean;
  readonly set: readonly string[];
  readonly knowledge?: string;
}

/** The options of every command that judges. */
export function addJudgingOptions(command: Command): Command {
  return command
    .option('--settings <file>', say('cli.settings', { file: `~/${SETTINGS_FILE}` }))
    .option('--no-settings', say('cli.noSettings'))
    .option('--set <id=value>', say('cli.set'), (one: string, all: readonly string[]) => [...all, one], [])
    .option('--knowledge <folder>', say('cli.knowledgeFolder'));
}

/** Reads what the options name, and refuses it where it has mistakes or lies inside what is judged. */
export async function judgingOf(
  { settings, set, knowledge }: JudgingOptions,
  paths: readonly string[],
): Promise<EngineSettings> {
  const file = settings === false ? undefined : typeof settings === 'string' ? settings : await ownSettings();
  if (file === undefined && set.length === 0 && knowledge === undefined) return { thresholds: {}, packs: [] };
  // Most calls name nothing of this, and need not wait for what reads it.
  const { readJudging } = await import('./read-judging.ts');
  return readJudging({ file, set, knowledge }, paths);
}

/** The file in the home folder, where there is one. */
async function ownSettings(): Promise<string | undefined> {
  const file = join(homedir(), SETTINGS_FILE);
  return lstat(file).then(
    () => file,
    ({ code }: NodeJS.ErrnoException) => (code === 'ENOENT' ? undefined : file),
  );
}
