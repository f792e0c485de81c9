import { marked, type Token } from 'marked';
import { describe, expect, it } from 'vitest';

import { findingMarkdown } from '../../report/markdown/finding-markdown.ts';
import { renderMarkdown } from '../../report/markdown/report-markdown.ts';
import { renderTicket } from '../../report/markdown/ticket-markdown.ts';
import { WHOLE } from '../../report/view.ts';
import { exported } from '../harness/golden-exports.ts';
import { HOSTILE, hostileFile } from './hostile-report.ts';

const [report] = hostileFile.reports;
if (!report) throw new Error('a report');
const [finding] = report.findings;
if (!finding) throw new Error('a finding');

/** What a reader of GitHub's dialect finds in it. */
function tokensOf(markdown: string): readonly Token[] {
  const found: Token[] = [];
  void marked.walkTokens(marked.lexer(markdown, { gfm: true }), (token) => void found.push(token));
  return found;
}

describe.each([
  ['the long report', renderMarkdown(hostileFile, WHOLE)],
  ['the ticket', renderTicket(hostileFile, WHOLE)],
  ['every finding', report.findings.map((one) => findingMarkdown(one, report)).join('\n')],
])('Markdown of a hostile report: %s', (_name, markdown) => {
  const tokens = tokensOf(markdown);

  it('holds no markup of the data: no HTML, no picture, no link but ours', () => {
    expect(tokens.filter(({ type }) => ['html', 'image', 'def', 'del', 'em'].includes(type))).toEqual([]);
    const links = tokens.flatMap((token) => (token.type === 'link' ? [String(token['href'])] : []));
    expect(new Set(links)).toEqual(
      new Set(links.length > 0 ? ['https://learn.microsoft.com/linux-updates'] : []),
    );
  });

  it('commands no terminal', () => {
    expect(markdown).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  });
});

describe('the long report', () => {
  it('has a heading for each finding, and no other depth than its own', () => {
    const headings = tokensOf(renderMarkdown(hostileFile, WHOLE)).filter(({ type }) => type === 'heading');
    const depths = headings.map((token) => Number((token as { depth?: number }).depth));
    expect(depths.filter((depth) => depth === 1)).toHaveLength(1);
    expect(depths.filter((depth) => depth > 2)).toHaveLength(HOSTILE.length);
  });
});

describe('a redacted report', () => {
  const redaction = { classes: ['hosts'], counts: [{ class: 'hosts', values: 2, places: 7 }] } as const;
  const redacted = { ...hostileFile, reports: [{ ...report, redaction }] };

  it.each(['html', 'markdown', 'ticket', 'sarif', 'junit'] as const)(
    'says what was taken out, and what is not covered: %s',
    (format) => {
      const text = exported(redacted, format);
      expect(text).toContain('host and domain names: 2 values in 7 places');
      expect(text).toContain('secrets without a name or a known form');
      expect(exported(hostileFile, format)).not.toContain('secrets without a name or a known form');
    },
  );
});

describe('the ticket', () => {
  it('shows the findings that are chosen, says how many it leaves out, and what was decided', () => {
    const view = {
      ...WHOLE,
      only: new Set([finding.fingerprint]),
      notes: new Map([[finding.fingerprint, { state: 'done', note: 'Seen with <Ann>' } as const]]),
    };
    const ticket = renderTicket(hostileFile, view);
    expect(ticket).toContain(`${HOSTILE.length - 1} findings are left out here.`);
    expect(ticket).toContain(' · done · Seen with \\<Ann>');
    expect(ticket.match(/^- \*\*/gmu)).toHaveLength(1);
  });
});
