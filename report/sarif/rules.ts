import type { Finding } from '../../engine/api/index.ts';
import { plain } from '../markdown/marks.ts';
import { remedyMarkdown } from '../markdown/finding-markdown.ts';
import type { Say } from '../messages.ts';
import { isOurLink } from '../parts/links.ts';
import { LEVELS, PRECISIONS, SCORES } from './levels.ts';
import { message } from './message.ts';

/** A check as a rule, with what to do about it, told from one of its findings. */
export function ruleOf(finding: Finding, say: Say): object {
  const { analyzer, title, why, severity, confidence, remediation } = finding;
  const { steps, commands, links } = remediation;
  const [link] = links.filter(({ href }) => isOurLink(href));
  const text = [...steps, ...commands.map(({ command }) => `$ ${command}`)].join('\n');
  return {
    id: analyzer,
    shortDescription: message(title),
    fullDescription: message(why),
    ...(link ? { helpUri: link.href } : {}),
    help: {
      ...message(text === '' ? why : text),
      markdown: [plain(why), '', ...remedyMarkdown(finding, say)].join('\n'),
    },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: [analyzer.slice(0, analyzer.indexOf('/'))],
      precision: PRECISIONS[confidence],
      'security-severity': SCORES[severity],
      'problem.severity': LEVELS[severity] === 'note' ? 'recommendation' : LEVELS[severity],
    },
  };
}
