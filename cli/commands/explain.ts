import type { Command } from 'commander';

import { explainFleetText, explainText } from '../../report/checks-text.ts';
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
  const { analyzers, fleet } = loadDomain();
  const ids = [...analyzers, ...fleet].flatMap((one) => [
    one.id,
    ...('aliases' in one ? (one.aliases ?? []) : []),
  ]);
  knownIds([id], ids, 'error.unknownId', say);
  const analyzer = analyzers.find((one) => one.id === id || one.aliases?.includes(id));
  const comparing = fleet.find((one) => one.id === id);
  if (analyzer) await print(explainText(analyzer, pageOf(analyzer.id)));
  else if (comparing) await print(explainFleetText(comparing, pageOf(comparing.id)));
}
