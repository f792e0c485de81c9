/// <reference lib="dom" />
import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';

import { drop, openDesk, untilRead } from '../browser/desk.ts';
import { benchArchive, cacheFolder } from './archive.ts';
import { analysis } from './contenders.ts';
import { sosreport } from './generators/sosreport.ts';
import { measure } from './measure.ts';

/** Expanded; packs to about 15 MB. */
const EXPANDED_BYTES = 75_000_000;
const FINDINGS = 2_000;
const LINES = 10_000_000;
const ROUNDS = 3;

/** A task that holds up the page for longer is felt. */
const LONG_MILLISECONDS = 100;

export interface DeskFigures {
  /** From the choice of a file to its first finding on the screen, and the whole of the command over the same file. */
  readonly firstFinding: number;
  readonly command: number;
  readonly longTasksTyping: number;
  readonly longTasksScrolling: number;
  readonly mostRows: number;
}

/** How fast the screen is, in a real browser, beside the command over the same archive. */
export async function deskFigures(seed: number): Promise<DeskFigures> {
  const { path } = await benchArchive(sosreport, { seed, bytes: EXPANDED_BYTES }, cacheFolder());
  const commands: number[] = [];
  const firsts: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const before = performance.now();
    await measure(analysis.command(path), { keepsOutput: false });
    commands.push(performance.now() - before);
    firsts.push(await firstFinding(path));
  }
  const typing = await longTasksTyping();
  const scrolling = await longTasksScrolling();
  return {
    firstFinding: median(firsts),
    command: median(commands),
    longTasksTyping: typing.tasks,
    longTasksScrolling: scrolling.tasks,
    mostRows: Math.max(typing.rows, scrolling.rows),
  };
}

export function deskText({ firstFinding: first, command, ...rest }: DeskFigures): string {
  return [
    `first finding on the screen: ${(first / command).toFixed(2)} of the time of the command`,
    `tasks over ${LONG_MILLISECONDS} ms while typing over ${FINDINGS} findings: ${rest.longTasksTyping}`,
    `tasks over ${LONG_MILLISECONDS} ms while scrolling and jumping in ${LINES} lines: ${rest.longTasksScrolling}`,
    `rows on the page at most: ${rest.mostRows}`,
  ].join('\n');
}

async function firstFinding(path: string): Promise<number> {
  const { page, close } = await openDesk();
  try {
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Control+o');
    const input = await chooser;
    const seen = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const began = performance.now();
          const look = (): void => {
            if (document.querySelector('[data-testid=worst]')) resolve(performance.now() - began);
            else requestAnimationFrame(look);
          };
          look();
        }),
    );
    await input.setFiles(path);
    return await seen;
  } finally {
    await close();
  }
}

interface Felt {
  readonly tasks: number;
  readonly rows: number;
}

async function longTasksTyping(): Promise<Felt> {
  const { page, close } = await openDesk();
  try {
    const mounts = Array.from(
      { length: FINDINGS },
      (_, index) => `/dev/sd${index} on /srv/data-${index} type odd${index}fs (rw,relatime)\n`,
    ).join('');
    await drop(page, [
      { name: 'mount.txt', bytes: Buffer.from(mounts) },
      {
        name: 'health.txt',
        bytes: Buffer.from('healthy : true\nlicensed : true\napp_version : "101.26062.0005"\n'),
      },
    ]);
    await untilRead(page);
    await page.locator('[data-testid=tab-findings]').click();
    await page.locator('[data-testid=findings-row]').first().waitFor();
    await watch(page);
    await page
      .locator('[data-testid=filter]')
      .pressSequentially('odd19 -odd199 severity:medium', { delay: 40 });
    await page.waitForTimeout(1_000);
    return { tasks: await longTasks(page), rows: await page.locator('[data-testid=findings-row]').count() };
  } finally {
    await close();
  }
}

async function longTasksScrolling(): Promise<Felt> {
  const { page, close } = await openDesk({ paths: [bigLog()] });
  try {
    await page.locator('[data-testid=bundle-tab]').click();
    await page.locator('[data-testid=opening]').waitFor({ state: 'detached', timeout: 120_000 });
    await page.locator('[data-testid=tab-files]').click();
    await page.locator('[data-testid=files-row]').first().click();
    await page.locator('[data-line="1"]').waitFor();
    await page.locator('[data-testid=lines]').hover();
    await watch(page);
    for (let turn = 0; turn < 30; turn++) await page.mouse.wheel(0, 900);
    for (const line of [9_000_000, 12, 5_000_000]) {
      await page.keyboard.press('Control+p');
      await page.locator('[data-testid=picker]').fill(`:${line}`);
      await page.keyboard.press('Enter');
      await page.locator(`[data-line="${line}"]`).waitFor();
    }
    await page.locator('[data-testid=lines]').focus();
    await page.keyboard.press('End');
    await page.locator(`[data-line="${LINES}"]`).waitFor();
    return { tasks: await longTasks(page), rows: await page.locator('[data-line]').count() };
  } finally {
    await close();
  }
}

/** A log of ten million lines, made once. */
function bigLog(): string {
  const path = join(cacheFolder(), 'ten-million', 'messages');
  if (existsSync(path)) return dirname(path);
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(`${path}.part`, 'w');
  let text = '';
  for (let line = 1; line <= LINES; line++) {
    text += `line ${line} x\n`;
    if (text.length > 1 << 20 || line === LINES) {
      writeSync(file, text);
      text = '';
    }
  }
  closeSync(file);
  renameSync(`${path}.part`, path);
  return dirname(path);
}

async function watch(page: Page): Promise<void> {
  await page.evaluate((least) => {
    const seen = { tasks: 0 };
    Object.assign(globalThis, { longTasksSeen: seen });
    new PerformanceObserver((list) => {
      seen.tasks += list.getEntries().filter(({ duration }) => duration > least).length;
    }).observe({ type: 'longtask' });
  }, LONG_MILLISECONDS);
}

function longTasks(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      (globalThis as unknown as { readonly longTasksSeen: { readonly tasks: number } }).longTasksSeen.tasks,
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
