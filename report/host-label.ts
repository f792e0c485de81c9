import type { MessageId, Say } from './messages.ts';

const KNOWN: readonly string[] = ['name', 'distribution', 'kernel', 'architecture', 'agent', 'health'];

/** What a value at the head of a report is called; one that the catalogue does not know keeps its id. */
export function hostLabel(id: string, say: Say): string {
  return KNOWN.includes(id) ? say(`label.${id}` as MessageId) : id;
}
