/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { describeWith } from '../harness/needs.ts';
import { packSample } from '../harness/pack-sample.ts';
import { drop, openDesk, untilRead, type Desk } from './desk.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const VIEWS = ['summary', 'findings', 'checks', 'files', 'facts'] as const;

describeWith('chromium', 'the looks of the desk', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
    await drop(desk.page, [{ name: 'case.zip', bytes: packSample('ill-rhel-8.10') }]);
    await untilRead(desk.page);
  });
  afterAll(() => desk.close());

  it.each(VIEWS.flatMap((view) => (['light', 'dark'] as const).map((scheme) => [view, scheme] as const)))(
    '%s in %s has no fault of accessibility',
    async (view, colorScheme) => {
      const { page } = desk;
      await page.emulateMedia({ colorScheme });
      await show(page, view);
      expect(await violations(page)).toEqual([]);
    },
  );

  it.each([
    [1440, 900, 100],
    [1024, 640, 100],
    [1280, 800, 200],
  ])('fits into %i × %i with text at %i percent', async (width, height, textSize) => {
    const { page } = desk;
    await page.setViewportSize({ width, height });
    await setSettings(page, { textSize });
    for (const view of VIEWS) {
      await show(page, view);
      expect([view, await overflow(page)]).toEqual([view, []]);
    }
    await setSettings(page, { textSize: 100 });
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('stays still where less motion is asked for', async () => {
    const { page } = desk;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    await page.emulateMedia({ reducedMotion: null });
  });

  it('says every word in the language that is set, and cuts none of a longer one', async () => {
    const { page } = desk;
    await setSettings(page, { locale: 'en-XA' });
    await expect.poll(() => page.locator('[data-testid=tab-summary]').innerText()).toMatch(/^\[/u);
    for (const view of VIEWS) {
      await show(page, view);
      expect([view, await overflow(page)]).toEqual([view, []]);
      expect([view, await plainWords(page)]).toEqual([view, []]);
    }
    await setSettings(page, { locale: 'system' });
  });
});

async function show(page: Page, view: (typeof VIEWS)[number]): Promise<void> {
  await page.locator(`[data-testid=tab-${view}]`).click();
  await page.locator(`[data-testid=view-${view}]`).waitFor();
  const row = {
    summary: 'worst',
    findings: 'findings-row',
    checks: 'checks-row',
    files: 'files-row',
    facts: 'facts-row',
  }[view];
  await page.locator(`[data-testid=${row}]`).first().waitFor();
  if (view !== 'summary') await page.locator(`[data-testid=${row}]`).first().click();
}

/** Through the road of the page itself, as the dialog of settings does. */
async function setSettings(page: Page, settings: Readonly<Record<string, unknown>>): Promise<void> {
  await page.evaluate(async (wanted) => {
    await fetch('/ask/settings:set', { method: 'POST', body: JSON.stringify({ settings: wanted }) });
  }, settings);
  const { textSize = 100 } = settings as { readonly textSize?: number };
  await expect
    .poll(() => page.evaluate(() => document.documentElement.style.getPropertyValue('--text-scale')))
    .toBe(String(textSize / 100));
}

async function violations(page: Page): Promise<unknown> {
  // Run by the tool, not by the page: its policy lets no script of others in.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      readonly axe: {
        run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
      };
    };
    const { violations: found } = await axe.run();
    return found.map(({ id, nodes }) => ({
      id,
      nodes: nodes
        .slice(0, 3)
        .map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary.slice(0, 300)}`),
    }));
  });
}

/** Controls whose words are cut, and a page that scrolls sideways. */
function overflow(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const cut: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) cut.push(`page ${scrollWidth} > ${clientWidth}`);
    for (const element of document.querySelectorAll<HTMLElement>('button, legend, label, h1, h2, th')) {
      const style = getComputedStyle(element);
      const mayCut =
        style.textOverflow === 'ellipsis' || element.closest('[role=tree],[role=listbox]') !== null;
      if (!mayCut && style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1)
        cut.push(element.outerHTML.slice(0, 120));
    }
    return cut;
  });
}

/** Words of the chrome that no catalogue gave. */
function plainWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'nav button, legend, [data-testid^=pane] > div label, footer span',
      ),
    ]
      .map(({ innerText }) => innerText.trim())
      .filter((text) => /^[A-Za-z ]{3,}$/u.test(text)),
  );
}
