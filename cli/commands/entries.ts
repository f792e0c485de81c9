import type { Command } from 'commander';

import { entriesText } from '../../report/entries-text.ts';
import { jsonRows } from '../../report/found-lines.ts';
import { complaints } from '../../workspace/complaints.ts';
import { ask } from '../ask.ts';
import { exitCodeOf } from '../exit-code.ts';
import { addLimitOption, limitsOf, type LimitOptions } from '../limits.ts';
import { complain, print } from '../output.ts';
import { addPasswordOption, passwordOf, type PasswordOptions } from '../password.ts';
import { say } from '../say.ts';
import { FORMATS, oneOf } from '../usage.ts';

interface EntriesOptions extends LimitOptions, PasswordOptions {
  readonly format: (typeof FORMATS)[number];
}

/** `entries`: what lies in a bundle, and which fact reads it. */
export function addEntries(program: Command): void {
  const command = program
    .command('entries')
    .description(say('cli.entries'))
    .argument('<path...>', say('cli.path'))
    .option('--format <format>', say('cli.format'), oneOf(FORMATS, '--format', say), 'text');
  addPasswordOption(addLimitOption(command)).action(entries);
}

async function entries(paths: readonly string[], options: EntriesOptions): Promise<void> {
  const given = { limits: limitsOf(options), ...(await passwordOf(options)) };
  const request = { command: 'entries', paths, profile: 'auto', only: [], skip: [], ...given } as const;
  const json = jsonRows();
  const isJson = options.format === 'json';
  const answer = await ask(request, async (rows) => {
    await print(isJson ? rows.map((row) => json.row(row)).join('') : entriesText(rows));
    return process.stdout.writable;
  });
  if (isJson) await print(json.end());
  for (const sentence of complaints(answer, say)) complain(sentence);
  process.exitCode = exitCodeOf(answer);
}
