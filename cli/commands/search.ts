import { InvalidArgumentError, type Command } from 'commander';

import type { LookPart } from '../../engine/look/protocol.ts';
import { visibleLine } from '../../report/escape.ts';
import { foundLineData, foundLinesPen, jsonRows } from '../../report/found-lines.ts';
import { EXIT } from '../exit-code.ts';
import { addLimitOption, limitsOf, type LimitOptions } from '../limits.ts';
import { complainOf, lookAt } from '../look.ts';
import { complain, print } from '../output.ts';
import { addPasswordOption, passwordOf, type PasswordOptions } from '../password.ts';
import { say } from '../say.ts';
import { FORMATS, oneOf, UsageError } from '../usage.ts';

interface SearchOptions extends LimitOptions, PasswordOptions {
  readonly regex?: true;
  readonly ignoreCase?: true;
  readonly word?: true;
  readonly in: readonly string[];
  readonly context: number;
  readonly count?: true;
  readonly format: (typeof FORMATS)[number];
}

/** More lines than any screen has around one that matches. */
const MOST_CONTEXT = 1_000;

/** `search`: lines of all entries, nested archives and compressed logs too. */
export function addSearch(program: Command): void {
  const command = program
    .command('search')
    .description(say('cli.search'))
    .argument('<path>', say('cli.path'))
    .argument('<pattern>', say('cli.pattern'))
    .option('-e, --regex', say('cli.regex'))
    .option('-i, --ignore-case', say('cli.ignoreCase'))
    .option('-w, --word', say('cli.word'))
    .option('--in <glob>', say('cli.in'), (glob: string, globs: readonly string[]) => [...globs, glob], [])
    .option('-C, --context <lines>', say('cli.context'), contextOption, 0)
    .option('-c, --count', say('cli.count'))
    .option('--format <format>', say('cli.format'), oneOf(FORMATS, '--format', say), 'text');
  addPasswordOption(addLimitOption(command)).action(search);
}

function contextOption(value: string): number {
  const lines = /^\d{1,4}$/u.test(value) ? Number(value) : MOST_CONTEXT + 1;
  if (lines > MOST_CONTEXT)
    throw new InvalidArgumentError(say('error.badContext', { value, most: MOST_CONTEXT }));
  return lines;
}

async function search(path: string, pattern: string, options: SearchOptions): Promise<void> {
  const { context, in: places, regex = false, ignoreCase = false, word = false, count = false } = options;
  const query = { pattern, expression: regex, ignoreCase, wholeWord: word };
  const output = options.format === 'json' ? jsonOutput() : textOutput(context > 0);
  const given = { limits: limitsOf(options), ...(await passwordOf(options)) };
  const answer = await lookAt(
    { look: 'search', path, query, context, places, countOnly: count, ...given },
    output.part,
  );
  if (!answer.ok) {
    const { message, at } = answer.mistake;
    throw new UsageError(say('error.badPattern', { pattern, message, at: at + 1 }));
  }
  await output.end();
  const code = complainOf(answer.end);
  if (answer.end.opened && answer.end.lines === 0 && code !== EXIT.interrupted) complain(say('search.none'));
  process.exitCode = code;
}

interface Output {
  part(part: LookPart): Promise<void>;
  end(): Promise<void>;
}

function textOutput(marksGaps: boolean): Output {
  const pen = foundLinesPen(marksGaps);
  return {
    async part(part) {
      if (part.kind === 'count') await print(`${visibleLine(part.entry)}:${part.lines}\n`);
      if (part.kind !== 'lines') return;
      await print(pen(part.entry, part.lines));
      if (part.binary) complain(say('search.binary', { entry: visibleLine(part.entry) }));
    },
    end: () => Promise.resolve(),
  };
}

function jsonOutput(): Output {
  const rows = jsonRows();
  return {
    async part(part) {
      if (part.kind === 'count') await print(rows.row({ entry: part.entry, count: part.lines }));
      if (part.kind !== 'lines') return;
      const { entry } = part;
      const data = part.lines.map((line) => foundLineData(entry, line));
      if (part.binary) data.push({ entry, binary: true });
      await print(data.map((one) => rows.row(one)).join(''));
    },
    end: () => print(rows.end()),
  };
}
