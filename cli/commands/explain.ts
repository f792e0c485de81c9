import type { Command } from 'commander';

import { explainText } from '../../report/checks-text.ts';
import { loadDomain, pageOf } from '../domain.ts';
import { print } from '../output.ts';
import { say } from '../say.ts';
import { knownIds } from '../usage.ts';

/** `explain`: the page of one check. */
export function addExplain(program: Command): void {
  program
    .command('explain')
    .description(say('cli.explain'))
    .argument('<id>', say('cli.id'))
    .action((id: string) => explain(id));
}

async function explain(id: string): Promise<void> {
  const { analyzers } = loadDomain();
  knownIds(
    [id],
    analyzers.flatMap((one) => [one.id, ...(one.aliases ?? [])]),
    'error.unknownId',
    say,
  );
  const analyzer = analyzers.find((one) => one.id === id || one.aliases?.includes(id));
  if (analyzer) await print(explainText(analyzer, pageOf(analyzer.id)));
}
