import type { Command } from 'commander';

import { jsonText } from '../../report/json.ts';
import { complaints } from '../../workspace/complaints.ts';
import { exitCodeOf } from '../exit-code.ts';
import { addLimitOption, limitsOf, type LimitOptions } from '../limits.ts';
import { complain, print } from '../output.ts';
import { addPasswordOption, askUnlocked, type PasswordOptions } from '../password.ts';
import { say } from '../say.ts';
import { knownIds } from '../usage.ts';

type FactsOptions = LimitOptions & PasswordOptions;

/** `facts`: what was understood, as JSON with places. */
export function addFacts(program: Command): void {
  const command = program
    .command('facts')
    .description(say('cli.facts'))
    .argument('<path>', say('cli.path'))
    .argument('[name]', say('cli.name'));
  addPasswordOption(addLimitOption(command)).action(facts);
}

async function facts(path: string, name: string | undefined, options: FactsOptions): Promise<void> {
  if (name !== undefined) {
    const { allFacts } = await import('../../facts/all.ts');
    knownIds(
      [name],
      allFacts.map((fact) => fact.name),
      'error.unknownFact',
      say,
    );
  }
  const wanted = name === undefined ? {} : { factName: name };
  const request = {
    command: 'facts',
    paths: [path],
    profile: 'auto',
    only: [],
    skip: [],
    limits: limitsOf(options),
    ...wanted,
  } as const;
  const answer = await askUnlocked(request, options);
  for (const sentence of complaints(answer, say)) complain(sentence);
  process.exitCode = exitCodeOf(answer);
  await print(jsonText(answer.facts ?? []));
}
