import type { Command } from 'commander';

import { knowledgeText, tableText } from '../../report/knowledge-text.ts';
import { loadDomain } from '../domain.ts';
import { print } from '../output.ts';
import { say } from '../say.ts';
import { knownIds } from '../usage.ts';

/** `knowledge`: what the checks judge by, and how old it is. */
export function addKnowledge(program: Command): void {
  program
    .command('knowledge')
    .description(say('cli.knowledge'))
    .argument('[table]', say('cli.table'))
    .action((table: string | undefined) => knowledge(table));
}

async function knowledge(table: string | undefined): Promise<void> {
  const { knowledge: tables, thresholds } = loadDomain();
  const names = tables.map(({ name }) => name);
  if (table !== undefined) knownIds([table], names, 'error.unknownTable', say);
  const found = tables.find(({ name }) => name === table);
  await print(found ? tableText(found) : knowledgeText(tables, thresholds, new Date()));
}
