import { citeAll, defineAnalyzer, type Located } from '../../engine/api/index.ts';
import type { JsonNode } from '../../facts/json-lines.ts';
import { managedFile } from '../../facts/mdatp/managed-file.ts';
import { links } from '../links.ts';
import { isExample } from './is-example.ts';

const MOST_PLACES = 5;

export const leftoverExampleText = defineAnalyzer({
  id: 'exclusions/leftover-example-text',
  title: 'Sample text left in the managed settings',
  why: 'The settings were copied from the documentation, and these have no effect or one that nobody chose.',
  severity: 'medium',
  confidence: 'certain',
  needs: { managed: managedFile },
  messages: { left: 'The managed settings still hold text of the documented sample' },
  remediation: {
    steps: [
      'Put the value of this host in place of the sample, or remove the setting.',
      'Go through the other settings of the file too: they may come from the sample as well.',
    ],
    links: [links.preferenceSample],
  },
  sources: [{ document: 'linux-preferences', date: '2026-08' }],

  evaluate({ managed: { root } }) {
    const [first, ...rest] = examplesIn(root);
    if (!first) return [];
    const evidence = citeAll([first, ...rest.slice(0, MOST_PLACES - 1)]);
    return [{ message: 'left', evidence, identity: [] }];
  },
});

function examplesIn(node: JsonNode): readonly Located<unknown>[] {
  if (node.kind === 'array') return node.items.flatMap(examplesIn);
  if (node.kind === 'object') return node.members.flatMap(({ value }) => examplesIn(value));
  return node.kind === 'scalar' && isExample(node) ? [node] : [];
}
