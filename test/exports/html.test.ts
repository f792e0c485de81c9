import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';

import { loadReportPage } from '../../cli/report-page.ts';
import { renderHtml } from '../../report/html/report-html.ts';
import { WHOLE } from '../../report/view.ts';
import { hostileFile } from './hostile-report.ts';

const page = loadReportPage();
const html = renderHtml(hostileFile, WHOLE, page);

describe('the page of a report', () => {
  it('is valid HTML, whatever the report holds', async () => {
    const validate = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        // Our own way of writing: one style in the page, and lines as long as the data.
        'no-inline-style': 'off',
        'no-trailing-whitespace': 'off',
        'long-title': 'off',
        'doctype-style': 'off',
        'void-style': 'off',
        'attr-quotes': 'off',
        'require-sri': 'off',
      },
    });
    const { results } = await validate.validateString(html);
    const found = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
    );
    expect(found).toEqual([]);
  });

  it('allows its own style and script by their hashes, and nothing else', () => {
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/u.exec(html) ?? [];
    expect(policy.replaceAll('&#39;', "'")).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; script-src 'sha256-[\w+/=]{44}'; base-uri 'none'; form-action 'none'$/u,
    );
    expect(html.match(/<script/gu)).toHaveLength(1);
    expect(html.match(/<style/gu)).toHaveLength(1);
    expect(html).not.toMatch(/ (?:src|style|on\w+)=["']/u);
  });

  it('links to pages of vendors only', () => {
    const links = [...html.matchAll(/href="(?<href>[^"#][^"]*)"/gu)].map(({ groups }) => groups?.['href']);
    expect(new Set(links)).toEqual(new Set(['https://learn.microsoft.com/linux-updates']));
    expect(html).toContain('rel="noopener noreferrer nofollow"');
  });

  it('leaves out the sections and findings that were not chosen, and says how many', () => {
    const view = { ...WHOLE, sections: new Set<never>(), only: new Set(['0000000000000000']) };
    const short = renderHtml(hostileFile, view, page);
    expect(short.match(/<article/gu)).toHaveLength(1);
    expect(short).toContain('findings are left out here.');
    expect(short).not.toContain('class="excerpt"');
    expect(short).not.toContain('class="blocked"');
    expect(short).not.toContain('class="problems"');
  });

  it('has the colours of the desk', () => {
    const desk = readFileSync(join(import.meta.dirname, '../../renderer/styles/tokens.css'), 'utf8');
    const own = [...page.style.matchAll(/^ +(?<line>--[\w-]+: #[0-9a-f]{6};)$/gmu)].map(
      ({ groups }) => groups?.['line'] ?? '',
    );
    expect(own.length).toBeGreaterThan(30);
    expect(own.filter((line) => !desk.includes(line))).toEqual([]);
  });
});
