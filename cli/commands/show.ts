import type { Command } from 'commander';

import type { LookPart, ShownEntry } from '../../engine/look/protocol.ts';
import { visibleLine } from '../../report/escape.ts';
import { plainLines } from '../../report/found-lines.ts';
import { locked } from '../../workspace/complaints.ts';
import { EXIT } from '../exit-code.ts';
import { addLimitOption, limitsOf, type LimitOptions } from '../limits.ts';
import { complainOf, lookAt } from '../look.ts';
import { complain, print } from '../output.ts';
import { addPasswordOption, passwordOf, type PasswordOptions } from '../password.ts';
import { say } from '../say.ts';
import { UsageError } from '../usage.ts';

/** `show`: lines of one entry, wherever it lies. */
export function addShow(program: Command): void {
  const command = program
    .command('show')
    .description(say('cli.show'))
    .argument('<path>', say('cli.path'))
    .argument('<entry>', say('cli.entry'))
    .option('--bytes', say('cli.bytes'));
  addPasswordOption(addLimitOption(command)).action(show);
}

interface ShowOptions extends LimitOptions, PasswordOptions {
  readonly bytes?: true;
}

async function show(path: string, address: string, options: ShowOptions): Promise<void> {
  const { bytes = false } = options;
  if (bytes && process.stdout.isTTY) throw new UsageError(say('error.bytesToTerminal'));
  const given = { limits: limitsOf(options), ...(await passwordOf(options)) };
  const answer = await lookAt({ look: 'show', path, address, bytes, ...given }, printPart);
  if (!answer.ok) throw new Error(answer.mistake.message);
  const { end } = answer;
  const { shown } = end;
  if (shown?.status === 'whole') {
    process.exitCode = end.ended === 'cancelled' ? complainOf(end) : codeOfLines(shown, end.lines, bytes);
    return;
  }
  const code = complainOf(end);
  process.exitCode = code;
  if (!shown || !end.opened || end.ended === 'cancelled') return;
  if (shown.status === 'cut' && end.lines === 0 && locked(end, say).length > 0) {
    // That it is encrypted is said already.
    process.exitCode = EXIT.nothing;
    return;
  }
  complain(sentenceOf(shown, path, address));
  if (shown.status !== 'cut') process.exitCode = EXIT.nothing;
  else if (code === EXIT.done) process.exitCode = EXIT.damaged;
}

async function printPart(part: LookPart): Promise<void> {
  if (part.kind === 'bytes') await print(part.bytes);
  else if (part.kind === 'lines') await print(plainLines(part.lines));
}

/** An entry that ends before the lines that are asked for. */
function codeOfLines(shown: ShownEntry & { status: 'whole' | 'cut' }, given: number, bytes: boolean): number {
  if (bytes || given > 0 || shown.lines === 0) return EXIT.done;
  complain(say('show.noLine', { entry: visibleLine(shown.path), lines: shown.lines }));
  return EXIT.nothing;
}

function sentenceOf(shown: ShownEntry, path: string, address: string): string {
  switch (shown.status) {
    case 'whole':
    case 'cut':
      return say('show.cut', { entry: visibleLine(shown.path) });
    case 'no-content':
      return say('show.noContent', { entry: visibleLine(shown.path), what: shown.what });
    case 'missing': {
      const near = shown.near.map(visibleLine).join(', ');
      const kind = shown.near.length === 0 ? 'none' : shown.several ? 'several' : 'near';
      return say('show.missing', { path: visibleLine(path), entry: visibleLine(address), kind, near });
    }
  }
}
