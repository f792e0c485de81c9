import { citeAll, defineAnalyzer } from '../../engine/api/index.ts';
import { exclusions, type Exclusion } from '../../facts/mdatp/exclusions.ts';
import { links } from '../links.ts';
import { byValue } from './by-value.ts';
import { mostExclusions } from './thresholds.ts';

export const tooMany = defineAnalyzer({
  id: 'exclusions/too-many',
  title: 'Very many exclusions',
  why: 'Nobody knows any more what such a list leaves unprotected.',
  severity: 'low',
  confidence: 'likely',
  needs: { exclusions },
  messages: { many: '{count} different exclusions are in force; more than {most} are hard to answer for' },
  remediation: {
    steps: [
      'Write to each exclusion which application needs it, and since when.',
      'Remove those that nobody can account for, and join files of one folder where that is narrow enough.',
    ],
    commands: [{ command: 'mdatp exclusion list', risk: 'safe' }],
    links: [links.exclusions],
  },
  sources: [{ document: 'Judged by experience', date: '2026-11' }],

  evaluate({ exclusions: { exclusions: found } }, { threshold }) {
    const most = threshold(mostExclusions);
    const different = byValue(found, plain);
    const [first, ...rest] = different.map(({ places }) => places[0]);
    if (!first || different.length <= most) return [];
    const params = { count: different.length, most };
    return [{ message: 'many', params, evidence: citeAll([first, ...rest.slice(-1)]), identity: [] }];
  },
});

function plain({ kind, value }: Exclusion): string {
  return `${kind} ${value.trim().replace(/(?<=.)\/$/u, '')}`;
}
