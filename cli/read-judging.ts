import { readdir, readFile, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

import { allThresholds } from '../analyzers/all-thresholds.ts';
import { allKnowledge } from '../analyzers/knowledge/all.ts';
import { readPack } from '../engine/rules/read-pack.ts';
import type { RuleMistake } from '../engine/rules/rule-mistake.ts';
import type { EngineSettings, PackFile } from '../engine/run/settings.ts';
import { visibleLine } from '../report/escape.ts';
import { readSettings, thresholdMistake } from '../workspace/settings/read-settings.ts';
import { say } from './say.ts';
import { UsageError } from './usage.ts';

/** Where a call says how to judge. */
export interface JudgingNamed {
  readonly file: string | undefined;
  readonly set: readonly string[];
  readonly knowledge: string | undefined;
}

/** Reads all of it, and refuses it where it has mistakes or lies inside what is judged. */
export async function readJudging(
  { file, set, knowledge }: JudgingNamed,
  paths: readonly string[],
): Promise<EngineSettings> {
  const fromFile = file === undefined ? {} : await thresholdsIn(file, paths);
  const thresholds = { ...fromFile, ...thresholdsOf(set) };
  const packs = knowledge === undefined ? [] : await packsOf(knowledge, paths);
  return { thresholds, packs };
}

async function thresholdsIn(
  file: string,
  paths: readonly string[],
): Promise<Readonly<Record<string, number>>> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(say('error.settingsUnreadable', { file: visibleLine(file), reason: error.message }));
  });
  await refuseInside(file, paths);
  const read = readSettings(text, file, allThresholds);
  if (!read.ok) throw new UsageError(mistakesText(read.mistakes));
  return read.settings.thresholds ?? {};
}

// --set health.old-definitions=2880
function thresholdsOf(set: readonly string[]): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const one of set) {
    const [, id = '', number = ''] = /^([\w./-]+)=(-?\d+(?:\.\d+)?)$/u.exec(one) ?? [];
    if (id === '') throw new UsageError(say('error.set', { value: visibleLine(one) }));
    const mistake = thresholdMistake(id, Number(number), allThresholds);
    if (mistake !== undefined) throw new UsageError(`--set: ${mistake}`);
    found[id] = Number(number);
  }
  return found;
}

async function packsOf(folder: string, paths: readonly string[]): Promise<readonly PackFile[]> {
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
    const pack = readPack(text, join(folder, file), allKnowledge);
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
