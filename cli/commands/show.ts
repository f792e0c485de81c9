import type { Command } from 'commander';

import type { LookPart, ShownEntry } from '../../engine/look/protocol.ts';
import { visibleLine } from '../../report/escape.ts';
import { plainLines } from '../../report/found-lines.ts';
import { EXIT } from '../exit-code.ts';
import { complainOf, lookAt } from '../look.ts';
import { complain, print } from '../output.ts';
import { say } from '../say.ts';
import { UsageError } from '../usage.ts';

/** `show`: lines of one entry, wherever it lies. */
export function addShow(program: Command): void {
  program
    .command('show')
    .description(say('cli.show'))
    .argument('<path>', say('cli.path'))
    .argument('<entry>', say('cli.entry'))
    .option('--bytes', say('cli.bytes'))
    .action((path: string, entry: string, options: { bytes?: true }) =>
      show(path, entry, options.bytes === true),
    );
}

async function show(path: string, address: string, bytes: boolean): Promise<void> {
  if (bytes && process.stdout.isTTY) throw new UsageError(say('error.bytesToTerminal'));
  const answer = await lookAt({ look: 'show', path, address, bytes }, printPart);
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
