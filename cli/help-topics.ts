import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { say } from './say.ts';

/** Where pages of help lie: beside the sources, and beside the bundle in dist. */
const HELP = join(import.meta.dirname, '..', 'help');
const PAGES = ['start', 'findings', 'filters', 'files', 'keys', 'collecting', 'privacy'] as const;

/** The general pages of the help that the desk shows, in their order. */
export function helpTopicPages(): readonly {
  readonly id: string;
  readonly title: string;
  readonly markdown: string;
}[] {
  return PAGES.map((id) => {
    const markdown = readFileSync(join(HELP, `${id}.md`), 'utf8');
    return { id, title: say(`help.${id}`), markdown };
  });
}
