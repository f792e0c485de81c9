import type { Domain } from '../engine/api/index.ts';
import type { Answer } from './contract/questions.ts';
import { Refused } from './session/refused.ts';

/** Pages that lie beside the program: they are read here and asked for by id. */
export interface HelpSource {
  /** General pages, in the order in which they are listed. */
  readonly topics: readonly { readonly id: string; readonly title: string; readonly markdown: string }[];
  /** The page written by hand for a check; empty where there is none. */
  pageOf(analyzer: string): string;
}

const GENERAL = 'general';

/** What help there is: general pages, then a page for each check. */
export function helpTopics({ topics }: HelpSource, { analyzers }: Domain): Answer<'help:topics'> {
  const checks = [...analyzers]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, title }) => ({ id, title, group: id.slice(0, id.indexOf('/')) }));
  return { topics: [...topics.map(({ id, title }) => ({ id, title, group: GENERAL })), ...checks] };
}

export function helpPage(
  id: string,
  { topics, pageOf }: HelpSource,
  { analyzers }: Domain,
): Answer<'help:page'> {
  const topic = topics.find((one) => one.id === id);
  if (topic) return { id, title: topic.title, markdown: topic.markdown };
  const analyzer = analyzers.find((one) => one.id === id);
  if (!analyzer) throw new Refused('not-found', 'refusal.noPage', { id });
  return { id, title: analyzer.title, markdown: pageOf(id) };
}
