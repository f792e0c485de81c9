import type { Threshold } from '../../engine/api/index.ts';
import { nearest } from '../../engine/rules/did-you-mean.ts';
import { readYaml } from '../../engine/rules/read-yaml.ts';
import type { MistakeAt, RuleMistake } from '../../engine/rules/rule-mistake.ts';
import { shapeMistakes } from '../../engine/rules/shape-mistakes.ts';
import { speaker } from '../../report/messages.ts';
import { settingsSchema, type SettingsFile } from './settings-schema.ts';

export type SettingsRead =
  | { readonly ok: true; readonly settings: SettingsFile }
  | { readonly ok: false; readonly mistakes: readonly RuleMistake[] };

/** Reads the settings of a user, or says everything that is wrong with them. */
export function readSettings(text: string, file: string, thresholds: readonly Threshold[]): SettingsRead {
  const yaml = readYaml(text, file);
  if (!yaml.ok) return yaml;
  const { data, error } = settingsSchema.safeParse(yaml.value, { reportInput: true });
  const mistakes = error
    ? shapeMistakes(error.issues)
    : Object.entries(data.thresholds ?? {}).flatMap(([id, value]): readonly MistakeAt[] => {
        const message = thresholdMistake(id, value, thresholds);
        return message === undefined ? [] : [{ path: ['thresholds', id], message }];
      });
  if (data && mistakes.length === 0) return { ok: true, settings: data };
  return {
    ok: false,
    mistakes: mistakes.map(yaml.locate).sort((a, b) => a.line - b.line || a.column - b.column),
  };
}

/** What is wrong with a threshold that the user gives, if anything is. */
export function thresholdMistake(
  id: string,
  value: number,
  thresholds: readonly Threshold[],
): string | undefined {
  const say = speaker();
  const known = thresholds.find((one) => one.id === id);
  if (!known) {
    const ids = thresholds.map((one) => one.id);
    return say('settings.unknownThreshold', { id, suggestion: nearest(id, ids) ?? 'none' });
  }
  const { min, max, unit } = known;
  if (value >= min && value <= max) return undefined;
  return say('settings.outOfBounds', { id, value, min, max, unit });
}
