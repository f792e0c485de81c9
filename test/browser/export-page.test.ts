/// <reference lib="dom" />
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import type { ReportFile } from '../../engine/api/index.ts';
import { loadReportPage } from '../../cli/report-page.ts';
import { renderHtml } from '../../report/html/report-html.ts';
import { WHOLE } from '../../report/view.ts';
import { programAt } from '../../scripts/test-packages.ts';
import { HOSTILE, hostileFile } from '../exports/hostile-report.ts';
import { analyzeSample } from '../harness/analyze-sample.ts';
import { describeWith } from '../harness/needs.ts';
import { newFolder } from './desk.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describeWith('chromium', 'the page of a report in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: programAt('chromium') ?? '', args: ['--no-sandbox'] });
  });
  afterAll(() => browser.close());

  /** Opens a page as a person does who got it by mail: from the disk, with scripts on. */
  async function open(file: ReportFile, colorScheme: 'light' | 'dark' = 'light') {
    const path = join(newFolder(), 'report.html');
    writeFileSync(path, renderHtml(file, WHOLE, loadReportPage()));
    const context = await browser.newContext({ colorScheme, bypassCSP: false });
    const page = await context.newPage();
    const happened: string[] = [];
    page.on('dialog', (dialog) => {
      happened.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => happened.push(`request ${request.url().slice(0, 8)}`));
    page.on('console', (message) => happened.push(`console ${message.text()}`));
    page.on('pageerror', ({ message }) => happened.push(`fault ${message}`));
    await page.goto(pathToFileURL(path).href);
    return { page, happened };
  }

  const sample = (): ReportFile => JSON.parse(analyzeSample('ill-rhel-8.10', 'json')) as ReportFile;

  it('obeys nothing of a hostile report: no request, no dialog, no other title', async () => {
    const { page, happened } = await open(hostileFile);
    await page.locator('#unfold').click();
    for (const title of await page.locator('.finding .title').all()) await title.hover();
    expect(await page.title()).toBe('</script><script>document.title="gone"</script> · Bundlescope report');
    expect(await page.locator('img, svg, iframe, object, embed, form').count()).toBe(0);
    expect(await page.locator('.finding').count()).toBe(HOSTILE.length);
    expect(await page.locator('.finding .title').first().textContent()).toBe(HOSTILE[0]);
    expect(happened).toEqual(['request file:///']);
    await page.context().close();
  });

  it('lets no script in but its own', async () => {
    const { page } = await open(hostileFile);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "gone"';
      document.body.append(script);
      const holder = document.createElement('div');
      holder.innerHTML = '<img src="x" onerror="document.title=\'gone\'">';
      document.body.append(holder);
    });
    await page.waitForTimeout(200);
    expect(await page.title()).toContain('Bundlescope report');
    await page.context().close();
  });

  it('finds words in findings, unfolds what holds them under their roots, and puts all back', async () => {
    const { page } = await open(sample());
    const open_ = (): Promise<number> => page.locator('.finding > details[open]:visible').count();
    const before = await open_();
    await page.keyboard.press('/');
    await page.keyboard.type('failed: no space left');
    expect(await page.locator('#shown').textContent()).toMatch(/^1 \/ \d+$/u);
    expect(await shownTitles(page)).toEqual([
      'File system of /var nearly full',
      'Failed update of the definitions',
    ]);
    await page.locator('#search').fill('');
    expect(await open_()).toBe(before);
    await page.locator('input[value=critical]').uncheck();
    expect(await page.locator('.finding > details[data-severity=critical]:visible').count()).toBe(0);
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)('has no fault of accessibility (%s)', async (scheme) => {
    const { page } = await open(sample(), scheme);
    await page.locator('#unfold').click();
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Page.setBypassCSP', { enabled: true });
    await page.reload();
    await page.locator('#unfold').click();
    await page.addScriptTag({ content: AXE });
    const found = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        readonly axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const { violations } = await axe.run();
      return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 200)}`);
    });
    expect(found).toEqual([]);
    await page.context().close();
  });

  it('is printed whole: folded findings too, and no line is cut', async () => {
    const { page } = await open(sample());
    await page.locator('#fold').click();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.finding .excerpt').first().isVisible()).toBe(true);
    expect(await page.locator('#tools').isVisible()).toBe(false);
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wide).toBe(0);
    await page.context().close();
  });
});

function shownTitles(page: Page): Promise<readonly string[]> {
  return page.locator('.finding > details:visible > summary .title').allTextContents();
}
