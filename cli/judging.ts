import { readdir, readFile, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, relative, sep } from 'node:path';
import type { Command } from 'commander';

import type { Domain } from '../engine/api/index.ts';
import { readPack } from '../engine/rules/read-pack.ts';
import type { RuleMistake } from '../engine/rules/rule-mistake.ts';
import type { EngineSettings, PackFile } from '../engine/run/settings.ts';
import { visibleLine } from '../report/escape.ts';
import { readSettings, thresholdMistake } from '../workspace/settings/read-settings.ts';
import { say } from './say.ts';
import { UsageError } from './usage.ts';

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
  options: JudgingOptions,
  domain: Domain,
  paths: readonly string[],
): Promise<EngineSettings> {
  const fromFile = await settingsOf(options, domain, paths);
  const thresholds = { ...fromFile, ...thresholdsOf(options.set, domain) };
  const packs = options.knowledge === undefined ? [] : await packsOf(options.knowledge, domain, paths);
  return { thresholds, packs };
}

async function settingsOf(
  { settings }: JudgingOptions,
  { thresholds }: Domain,
  paths: readonly string[],
): Promise<Readonly<Record<string, number>>> {
  if (settings === false) return {};
  const asked = typeof settings === 'string';
  const file = asked ? settings : join(homedir(), SETTINGS_FILE);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (!asked && error.code === 'ENOENT') return undefined;
    throw new UsageError(say('error.settingsUnreadable', { file: visibleLine(file), reason: error.message }));
  });
  if (text === undefined) return {};
  await refuseInside(file, paths);
  const read = readSettings(text, file, thresholds);
  if (!read.ok) throw new UsageError(mistakesText(read.mistakes));
  return read.settings.thresholds ?? {};
}

// --set health.old-definitions=2880
function thresholdsOf(set: readonly string[], { thresholds }: Domain): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const one of set) {
    const [, id = '', number = ''] = /^([\w./-]+)=(-?\d+(?:\.\d+)?)$/u.exec(one) ?? [];
    if (id === '') throw new UsageError(say('error.set', { value: visibleLine(one) }));
    const mistake = thresholdMistake(id, Number(number), thresholds);
    if (mistake !== undefined) throw new UsageError(`--set: ${mistake}`);
    found[id] = Number(number);
  }
  return found;
}

async function packsOf(
  folder: string,
  { knowledge }: Domain,
  paths: readonly string[],
): Promise<readonly PackFile[]> {
  const names = await readdir(folder).catch((error: Error) => {
    throw new UsageError(
      say('error.settingsUnreadable', { file: visibleLine(folder), reason: error.message }),
    );
  });
  await refuseInside(folder, paths);
  const files = names.filter((name) => /\.(?:ya?ml|json)$/u.test(name)).sort();
  if (files.length === 0) throw new UsageError(say('error.noPacks', { folder: visibleLine(folder) }));
  const packs: PackFile[] = [];
  const tables = new Map<string, string>();
  for (const file of files) {
    const text = await readFile(join(folder, file), 'utf8');
    const pack = readPack(text, join(folder, file), knowledge);
    if (!pack.ok) throw new UsageError(mistakesText(pack.mistakes));
    const { table } = pack;
    const other = tables.get(table);
    if (other !== undefined) throw new UsageError(say('error.packTwice', { table, file, other }));
    tables.set(table, file);
    packs.push({ file, text });
  }
  return packs;
}

/** A bundle cannot bring settings of its own. */
async function refuseInside(file: string, paths: readonly string[]): Promise<void> {
  const real = await realpath(file);
  for (const path of paths) {
    const bundle = path === '-' ? undefined : await realpath(path).catch(() => undefined);
    if (bundle === undefined) continue;
    const way = relative(bundle, real);
    const inside = way === '' || (!way.startsWith(`..${sep}`) && way !== '..' && !way.startsWith(sep));
    if (inside) throw new UsageError(say('error.settingsInBundle', { file: visibleLine(file) }));
  }
}

function mistakesText(mistakes: readonly RuleMistake[]): string {
  return mistakes
    .map(({ file, line, column, message }) => visibleLine(`${file}:${line}:${column} ${message}`))
    .join('\n');
}
