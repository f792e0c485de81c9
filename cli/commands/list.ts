import type { Command } from 'commander';

import { listText } from '../../report/checks-text.ts';
import { loadDomain } from '../domain.ts';
import { print } from '../output.ts';
import { say } from '../say.ts';

/** `list`: the checks, by area. */
export function addList(program: Command): void {
  program
    .command('list')
    .description(say('cli.list'))
    .action(() => {
      const { analyzers, fleet } = loadDomain();
      return print(listText([...analyzers, ...fleet]));
    });
}
