/// <reference lib="dom" />
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';

import { describeWith } from '../harness/needs.ts';
import { drop, newFolder, openDesk, untilRead } from './desk.ts';

/** Rows of a page that exist at once, whatever is behind them. */
const MOST_ROWS = 300;
const LINES = 10_000_000;

/** Every unknown type of file system is a finding of its own. */
const mounts = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) => `/dev/sd${index} on /srv/data-${index} type odd${index}fs (rw,relatime)\n`,
  ).join('');

describeWith('chromium', 'the desk with much in it', () => {
  it('holds 1,500 findings, and filters them while one types', async () => {
    const desk = await openDesk();
    const { page } = desk;
    try {
      await drop(page, [
        { name: 'mount.txt', bytes: Buffer.from(mounts(1_500)) },
        {
          name: 'health.txt',
          bytes: Buffer.from('healthy : true\nlicensed : true\napp_version : "101.26062.0005"\n'),
        },
      ]);
      await untilRead(page);
      await page.locator('[data-testid=tab-findings]').click();
      await page.locator('[data-testid=findings-row]').first().waitFor();
      expect(await page.locator('[data-testid=pane-list]').innerText()).toMatch(/1,5\d\d of 1,5\d\d/u);
      expect(await page.locator('[data-testid=findings-row]').count()).toBeLessThan(MOST_ROWS);
      await page.locator('[data-testid=filter]').fill('odd1499fs');
      await expect.poll(() => page.locator('[data-testid=findings-row]').count()).toBe(1);
      expect(desk.complaints).toEqual([]);
    } finally {
      await desk.close();
    }
  });

  it('shows any of ten million lines, with no more rows than fit', async () => {
    const folder = newFolder();
    const log = join(folder, 'messages');
    writeLines(log, LINES);
    const desk = await openDesk({ paths: [folder] });
    const { page } = desk;
    try {
      await page.locator('[data-testid=bundle-tab]').click();
      await page.locator('[data-testid=opening]').waitFor({ state: 'detached' });
      await page.locator('[data-testid=tab-files]').click();
      await page.locator('[data-testid=files-row]').first().click();
      await page.locator('[data-line="1"]').waitFor();
      await page.keyboard.press('End');
      await page.locator(`[data-line="${LINES}"]`).waitFor();
      await expect.poll(() => textOf(page, LINES)).toContain(`line ${LINES} `);
      await page.keyboard.press('Control+p');
      await page.locator('[data-testid=picker]').fill(':5000000');
      await page.keyboard.press('Enter');
      await expect.poll(() => textOf(page, 5_000_000)).toContain('line 5000000 ');
      await page.locator('[data-testid=lines]').hover();
      await page.mouse.wheel(0, 1_800);
      await expect.poll(() => textOf(page, 5_000_100)).toContain('line 5000100 ');
      expect(await page.locator('[data-line]').count()).toBeLessThan(MOST_ROWS);
      expect(desk.complaints).toEqual([]);
    } finally {
      await desk.close();
    }
  });
});

async function textOf(page: Page, line: number): Promise<string> {
  const found = page.locator(`[data-line="${line}"]`);
  return (await found.count()) === 1 ? found.innerText() : '';
}

function writeLines(path: string, count: number): void {
  const file = openSync(path, 'w');
  let text = '';
  for (let line = 1; line <= count; line++) {
    text += `line ${line} x\n`;
    if (text.length > 1 << 20) {
      writeSync(file, text);
      text = '';
    }
  }
  writeSync(file, text);
  closeSync(file);
}
