import { columnOfEach, partsOfCondition, placeholdersOf, splitRef } from './rule-parts.ts';
import type { RuleFile } from './rule-schema.ts';

/** Names of the facts that the judgement reads, each once, in the order of the rule. */
export function neededFacts({ when, message, subject = '', evidence }: RuleFile): readonly string[] {
  const refs = [
    ...partsOfCondition(when, []).map(({ ref }) => ref),
    ...placeholdersOf(message),
    ...placeholdersOf(subject),
    ...evidence.filter((ref) => ref !== 'each'),
  ];
  const ofFacts = refs.filter((ref) => columnOfEach(ref) === undefined);
  return [...new Set(ofFacts.map((ref) => splitRef(ref).fact))];
}
