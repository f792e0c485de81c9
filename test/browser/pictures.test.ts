/// <reference lib="dom" />
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { describeWith } from '../harness/needs.ts';
import { packSample } from '../harness/pack-sample.ts';
import { drop, openDesk, untilRead, type Desk } from './desk.ts';

/**
 * Stored pictures of key views. `UPDATE_PICTURES=1` stores them anew: look at them before they are committed. Letters
 * are those of one font that test/packages.txt brings, and what changes from run to run is left blank.
 */
const STORED = join(import.meta.dirname, 'pictures');
const SEEN = join(import.meta.dirname, '..', '..', '.cache', 'pictures');
/** Edges of letters differ a little between versions of the browser. */
const MOST_DIFFERENT = 0.02;
const STYLE = `
  :root { --face: 'DejaVu Sans' !important; --face-mono: 'DejaVu Sans Mono' !important; }
  footer, [data-testid=host] dd code, ::-webkit-scrollbar { visibility: hidden; }
  * { caret-color: transparent !important; }
`;

describeWith('chromium', 'pictures of the desk', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk({ width: 1280, height: 800, still: new Date('2026-11-01T12:00:00Z') });
    await desk.page.addStyleTag({ content: STYLE });
  });
  afterAll(() => desk.close());

  it.each(['start', 'summary', 'findings', 'files'] as const)('%s looks as it is stored', async (view) => {
    const { page } = desk;
    if (view === 'summary') {
      await drop(page, [{ name: 'case.zip', bytes: packSample('old-rhel-6.9') }]);
      await untilRead(page);
    }
    if (view !== 'start') {
      await page.locator(`[data-testid=tab-${view}]`).click();
      const row = view === 'summary' ? 'worst' : `${view}-row`;
      await page.locator(`[data-testid=${row}]`).first().waitFor();
    }
    if (view === 'files') {
      await page.locator('[data-testid=files-row]').first().click();
      await page.keyboard.press('ArrowRight');
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.evaluate(() => document.fonts.ready);
      await page.waitForTimeout(500);
      const share = difference(await page.screenshot(), `${view}-${colorScheme}`);
      expect([colorScheme, share]).toEqual([colorScheme, expect.any(Number)]);
      expect(share).toBeLessThanOrEqual(MOST_DIFFERENT);
    }
  });
});

/** Share of points that differ from the stored picture; what was seen is kept beside for whoever looks. */
function difference(seen: Buffer, name: string): number {
  mkdirSync(SEEN, { recursive: true });
  writeFileSync(join(SEEN, `${name}.png`), seen);
  const path = join(STORED, `${name}.png`);
  if (process.env['UPDATE_PICTURES'] === '1') {
    mkdirSync(STORED, { recursive: true });
    writeFileSync(path, seen);
  }
  if (!existsSync(path)) throw new Error(`${path} is not stored`);
  const stored = PNG.sync.read(readFileSync(path));
  const now = PNG.sync.read(seen);
  expect([now.width, now.height]).toEqual([stored.width, stored.height]);
  const { width, height } = stored;
  return pixelmatch(stored.data, now.data, undefined, width, height, { threshold: 0.2 }) / (width * height);
}
