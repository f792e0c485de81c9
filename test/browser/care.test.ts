/// <reference lib="dom" />
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

import { describeWith } from '../harness/needs.ts';
import { gzipOf, tarOf } from '../harness/pack.ts';
import { packSample } from '../harness/pack-sample.ts';
import { childrenOf, drop, newFolder, openDesk, untilRead, type Desk } from './desk.ts';

/** Takes some seconds to read. */
function slowBundle(): Buffer {
  const noise = Buffer.alloc(
    65 * 1024 * 1024,
    'Sep 22 06:19:03 db-01 app[411]: nothing of interest happened here\n',
  );
  const files = Array.from({ length: 16 }, (_, index) => ({
    path: `var/log/app-${index}.log`,
    content: noise,
  }));
  const health = { path: 'health.txt', content: 'healthy : true\nlicensed : true\n' };
  return gzipSync(tarOf([health, ...files]), { level: 1 });
}

async function killWhileReading(desk: Desk): Promise<void> {
  await desk.page.locator('[data-testid=opening] progress[value]').waitFor();
  for (const pid of childrenOf(desk)) process.kill(pid, 'SIGKILL');
  await desk.page.locator('[data-testid=ended]').waitFor();
}

describeWith('chromium', 'a desk that takes care', () => {
  it('shows four tips beside the first bundle, and never again', async () => {
    const state = newFolder();
    const first = await openDesk({ state, firstTime: true });
    try {
      const { page } = first;
      await page.locator('[data-testid=offer-sample]').first().click();
      await untilRead(page);
      const tips = page.locator('[data-testid=tips]');
      const titles: string[] = [];
      for (let step = 0; step < 4; step++) {
        titles.push(await tips.locator('h2').innerText());
        await tips.locator('button').last().click();
      }
      expect(titles).toEqual([
        'The worst stands first',
        'Every finding shows its proof',
        'What was not looked at is said',
        'Everything has a key',
      ]);
      await tips.waitFor({ state: 'detached' });
      expect(first.complaints).toEqual([]);
    } finally {
      await first.close();
    }
    const second = await openDesk({ state, firstTime: true });
    try {
      await second.page.locator('[data-testid=offer-sample]').first().click();
      await untilRead(second.page);
      expect(await second.page.locator('[data-testid=tips]').count()).toBe(0);
    } finally {
      await second.close();
    }
  });

  it('lists what a limit left out, and reads it anyway', async () => {
    const deep = Array.from({ length: 10 }).reduce<Buffer>(
      (inner, _, index) => tarOf([{ path: `layer-${index}.tar`, content: inner }]),
      tarOf([{ path: 'health.txt', content: 'healthy : false\n' }]),
    );
    const desk = await openDesk();
    const { page } = desk;
    try {
      await drop(page, [{ name: 'deep.tar', bytes: deep }]);
      await page.locator('[data-testid=ended]').getByText('nesting-depth').waitFor();
      await page.getByRole('button', { name: 'Read anyway' }).click();
      await untilRead(page);
      expect(await page.locator('[data-testid=problems]').count()).toBe(0);
      await page.locator('[data-testid=tab-files]').click();
      await page.locator('[data-testid=files-search]').fill('health.txt');
      await expect.poll(() => page.locator('[data-testid=files-row]').count()).toBe(1);
      expect(desk.complaints).toEqual([]);
    } finally {
      await desk.close();
    }
  });

  it('says in the status bar where one stands in a file', async () => {
    const desk = await openDesk();
    const { page } = desk;
    try {
      const health = 'healthy : true\nlicensed : true\napp_version : "101.26062.0005"\n';
      await drop(page, [{ name: 'health.txt', bytes: Buffer.from(health) }]);
      await untilRead(page);
      await page.locator('[data-testid=tab-files]').click();
      await page.locator('[data-testid=files-row]').first().click();
      await page.locator('[data-testid=as-text]').click();
      await page.locator('[data-line="2"]').waitFor();
      const status = page.locator('[data-testid=status-file]');
      expect(await status.locator('span').allInnerTexts()).toEqual(['utf-8', 'LF']);
      await page.evaluate(() => {
        const text = document.querySelector('[data-line="2"] [data-line-text] bdi')?.firstChild;
        if (text) document.getSelection()?.setBaseAndExtent(text, 0, text, 6);
      });
      await expect
        .poll(() => status.locator('span').allInnerTexts())
        .toEqual(['line 2, column 7', '6 selected in 1 line', 'utf-8', 'LF']);
      await expect.poll(() => page.locator('footer').innerText()).toMatch(/\d+(?:\.\d+)? MiB/u);
    } finally {
      await desk.close();
    }
  });

  it('goes with n and N through the lines that findings cite', async () => {
    const desk = await openDesk();
    const { page } = desk;
    try {
      await drop(page, [{ name: 'case.zip', bytes: packSample('ill-rhel-8.10') }]);
      await untilRead(page);
      await page.locator('[data-testid=tab-files]').click();
      await page.locator('[data-testid=files-search]').fill('health.txt');
      await page.locator('[data-testid=files-row]').first().click();
      await page.locator('[data-testid=as-text]').click();
      await page.locator('[data-testid=lines]').focus();
      const lineShown = (): string | null => new URL(page.url()).hash.match(/line=(\d+)/u)?.[1] ?? null;
      const seen: (string | null)[] = [];
      for (const key of ['n', 'n', 'N']) {
        const before = lineShown();
        await page.keyboard.press(key);
        await expect.poll(lineShown).not.toBe(before);
        seen.push(lineShown());
      }
      expect(seen[2]).toBe(seen[0]);
      expect(Number(seen[1])).toBeGreaterThan(Number(seen[0]));
      for (const line of seen) expect(await page.locator(`[data-line="${line}"]`).count()).toBe(1);
    } finally {
      await desk.close();
    }
  });

  it('holds a bundle back that has killed its engine twice, and opens it with care', async () => {
    const desk = await openDesk();
    const { page } = desk;
    try {
      await drop(page, [{ name: 'slow.tar.gz', bytes: slowBundle() }]);
      await killWhileReading(desk);
      await page.getByRole('button', { name: 'Open again' }).click();
      await killWhileReading(desk);
      await page.getByRole('button', { name: 'Open again' }).click();
      const held = page.locator('[data-testid=ended]').getByText('ended its engine 2 times');
      await held.waitFor();
      expect(await page.locator('[data-testid=opening]').count()).toBe(0);
      await page.getByRole('button', { name: 'Open with care' }).click();
      await untilRead(page);
      expect(await page.locator('[data-testid=problems]').innerText()).toContain('limit-entry-bytes');
    } finally {
      await desk.close();
    }
  });

  it('offers what was open when the desk itself died, and counts what it died of', async () => {
    const state = newFolder();
    const path = join(state, 'slow.tar.gz');
    const other = join(state, 'calm.tar.gz');
    writeFileSync(path, slowBundle());
    writeFileSync(other, gzipOf(tarOf([{ path: 'health.txt', content: 'healthy : false\n' }])));
    for (let time = 0; time < 2; time++) {
      const desk = await openDesk({ state, paths: time === 0 ? [path, other] : [path] });
      await desk.page.locator('[data-testid=opening]').waitFor();
      desk.server.kill('SIGKILL');
      await desk.close();
    }
    const desk = await openDesk({ state });
    const { page } = desk;
    try {
      const left = page.locator('[data-testid=left]');
      await left.waitFor();
      expect(await left.innerText()).toContain('reading it ended the engine 2 times');
      await left.locator('[data-testid=offer-left]', { hasText: 'slow.tar.gz' }).click();
      await page.locator('[data-testid=ended]').getByText('Held back').waitFor();
      expect(desk.complaints).toEqual([]);
    } finally {
      await desk.close();
    }
  });
});
