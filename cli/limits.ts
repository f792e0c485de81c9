import type { Command } from 'commander';

import { limitValueText, readLimitValue } from '../engine/ingest/limit-value.ts';
import { flagOf, LIMIT_NAMES, LIMITS, type LimitName } from '../engine/ingest/limits.ts';
import { visibleLine } from '../report/escape.ts';
import { say } from './say.ts';
import { knownIds, UsageError } from './usage.ts';

export interface LimitOptions {
  readonly limit: readonly string[];
}

/** The option that raises or lowers a limit; its help names all of them with their values. */
export function addLimitOption(command: Command): Command {
  const limits = LIMIT_NAMES.map((name) => {
    const { unit, standard } = LIMITS[name];
    return `${flagOf(name)}=${limitValueText(unit, standard)}`;
  });
  const gather = (one: string, all: readonly string[]): readonly string[] => [...all, one];
  return command.option('--limit <name=value>', say('cli.limit', { limits: limits.join(', ') }), gather, []);
}

/** The limits that were given, by name. */
export function limitsOf({ limit }: LimitOptions): Readonly<Partial<Record<LimitName, number>>> {
  return Object.fromEntries(limit.map(readLimit));
}

// entry-bytes=2GiB
function readLimit(text: string): readonly [LimitName, number] {
  const equals = text.indexOf('=');
  const flag = text.slice(0, Math.max(0, equals));
  const name = LIMIT_NAMES.find((one) => flagOf(one) === flag);
  if (equals < 1) throw new UsageError(say('error.limitForm', { value: visibleLine(text) }));
  if (!name) {
    knownIds([flag], LIMIT_NAMES.map(flagOf), 'error.unknownLimit', say);
    throw new Error(`${flag} is known and has no name`);
  }
  const { unit, standard } = LIMITS[name];
  const value = readLimitValue(unit, text.slice(equals + 1));
  if (value !== undefined) return [name, value];
  const sample = `${flag}=${limitValueText(unit, standard)}`;
  throw new UsageError(say('error.limitValue', { value: visibleLine(text), unit, sample }));
}
