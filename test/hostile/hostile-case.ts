import type { EntryPath, ProblemCode } from '../../engine/api/index.ts';
import type { Random } from '../bench/generators/random.ts';

/** One archive that is broken, odd or meant to hurt, with what reading it must come to. */
export interface HostileCase {
  /** `tar/bad-checksum`: what is wrong with it. */
  readonly name: string;
  /** What the archive is called on disk. */
  readonly file: string;
  readonly bytes: () => Uint8Array;
  /** Entries that nothing may keep from being read, by address, with their whole content. */
  readonly good: Readonly<Record<EntryPath, string | Uint8Array>>;
  /** Codes of all problems that are told, each once, sorted; where it depends on a bit which, that it is damage. */
  readonly problems: readonly ProblemCode[] | 'damage';
  /** Exit code of `analyze`. */
  readonly exit: 0 | 3 | 4 | 6;
  /** Values for `--limit`. */
  readonly limits?: readonly string[];
  /** What opens encrypted members. */
  readonly password?: string;
  /** Handed over on standard input. */
  readonly isPiped?: true;
}

/** What a case expects, where it is not the plain: nothing told, exit code 0. */
export type Expected = Partial<Pick<HostileCase, 'good' | 'problems' | 'exit' | 'limits' | 'password'>> & {
  /** Entries that are good in other cases of the kind, and lost in this one. */
  readonly lost?: readonly EntryPath[];
};

/** Makes the cases of one kind; their contents depend on the numbers given. */
export type CaseMaker = (random: Random) => readonly HostileCase[];

/** A text that every report knows, so that there is something to judge. */
export const HEALTH = 'healthy : false\nhealth_issues : ["missing license"]\nlicensed : false\n';

/** Lines that no parser knows, unlike each other. */
export function linesOf(random: Random, count: number): string {
  const line = (): string =>
    `Jan 15 12:00:0${random.below(10)} db-01 app[${random.below(32_768)}]: took ${random.below(977)} ms\n`;
  return Array.from({ length: count }, line).join('');
}

export function withDefaults(
  given: Pick<HostileCase, 'name' | 'file' | 'bytes' | 'good'>,
  { problems = [], exit = 0, good = {}, lost = [], ...rest }: Expected,
): HostileCase {
  const told = problems === 'damage' ? problems : [...new Set(problems)].sort();
  // Names are data: one of them is called like the prototype of all objects.
  const all = [...Object.entries(given.good), ...Object.entries(good)];
  const kept = Object.fromEntries(all.filter(([path]) => !lost.includes(path)));
  return { ...given, ...rest, good: kept, problems: told, exit };
}
