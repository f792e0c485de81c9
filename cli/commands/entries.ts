import type { Command } from 'commander';

import { entriesText } from '../../report/entries-text.ts';
import { jsonText } from '../../report/json.ts';
import { complaints } from '../../workspace/complaints.ts';
import { exitCodeOf } from '../exit-code.ts';
import { addLimitOption, limitsOf, type LimitOptions } from '../limits.ts';
import { complain, print } from '../output.ts';
import { addPasswordOption, askUnlocked, type PasswordOptions } from '../password.ts';
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
  const limits = limitsOf(options);
  const request = { command: 'entries', paths, profile: 'auto', only: [], skip: [], limits } as const;
  const answer = await askUnlocked(request, options);
  const rows = answer.entries ?? [];
  for (const sentence of complaints(answer, say)) complain(sentence);
  process.exitCode = exitCodeOf(answer);
  await print(options.format === 'json' ? jsonText(rows) : entriesText(rows));
}
