/// <reference lib="dom" />
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

import { packSample } from '../test/harness/pack-sample.ts';
import { buildMain } from '../test/harness/analyze-sample.ts';
import { drop, openDesk, untilRead } from '../test/browser/desk.ts';

/** Pictures of every view in light and dark, for docs and README. */
const out = join(import.meta.dirname, '..', 'docs', 'screens');
const SAMPLE = 'ill-rhel-8.10';
mkdirSync(out, { recursive: true });
buildMain();
const desk = await openDesk({ width: 1280, height: 800 });
const { page } = desk;
await page.locator('[data-testid=start]').waitFor();
await both('start');
await drop(page, [{ name: 'db-01.zip', bytes: packSample(SAMPLE) }]);
await untilRead(page);
await page.locator('[data-testid=worst]').first().waitFor();
await both('summary');
for (const view of ['findings', 'checks', 'files', 'facts'] as const) {
  await page.locator(`[data-testid=tab-${view}]`).click();
  await page.locator(`[data-testid=${view}-row]`).first().waitFor();
  if (view === 'checks' || view === 'facts') await page.locator(`[data-testid=${view}-row]`).nth(3).click();
  if (view === 'files') await page.getByText('health.txt').first().click();
  await settled(page);
  await both(view);
}
await page.keyboard.press('Control+k');
await page.locator('[data-testid=picker]').waitFor();
await both('commands');
await desk.close();

async function both(name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await settled(page);
    await page.screenshot({ path: join(out, `${name}-${colorScheme}.png`) });
    console.log(`docs/screens/${name}-${colorScheme}.png`);
  }
}

/** Until nothing is asked for any longer and all is drawn. */
async function settled(shown: Page): Promise<void> {
  await shown.waitForLoadState('networkidle').catch(() => undefined);
  await shown.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 300))));
}
