/// <reference lib="dom" />
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

import { programAt } from '../../scripts/test-packages.ts';
import { MAIN } from '../harness/analyze-sample.ts';

/** What no page of ours ever asks for; a closed network would only make the browser wait. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

export interface Desk {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly browser: Browser;
  readonly server: ChildProcess;
  readonly address: string;
  /** Where state is kept: given again, a second desk finds what the first has kept. */
  readonly state: string;
  /** What the page complained of: faults, violations of the policy, failed requests. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export interface DeskOptions {
  readonly paths?: readonly string[];
  readonly state?: string;
  /** Whether this is the first bundle that this person ever opens. */
  readonly firstTime?: boolean;
  readonly width?: number;
  readonly height?: number;
  /** The clock of the page stands at this time, and styles of a test may be put in. */
  readonly still?: Date;
}

/** Starts the command as it is delivered, and a browser on what it serves. */
export async function openDesk({
  paths = [],
  state = newFolder(),
  firstTime = false,
  width = 1440,
  height = 900,
  still,
}: DeskOptions = {}): Promise<Desk> {
  if (!firstTime) skipTips(state);
  const { server, address } = await serve(paths, state);
  const browser = await chromium.launch({ executablePath: programAt('chromium') ?? '', args: FLAGS });
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'en-US',
    timezoneId: 'UTC',
    bypassCSP: still !== undefined,
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  if (still) await page.clock.setFixedTime(still);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(address).origin) && !request.url().startsWith('data:'))
      complaints.push(`request: ${request.url()}`);
  });
  await page.goto(address);
  await page.locator('main').waitFor();
  return {
    ...{ page, context, browser, server, address, state, complaints },
    close: async () => {
      await browser.close();
      await ended(server);
    },
  };
}

function skipTips(state: string): void {
  const file = join(state, 'settings.json');
  if (!existsSync(file)) writeFileSync(file, JSON.stringify({ schema: 1, settings: { tipsSeen: true } }));
}

async function serve(
  paths: readonly string[],
  state: string,
): Promise<{ readonly server: ChildProcess; readonly address: string }> {
  const server = spawn(process.execPath, [MAIN, 'serve', '--no-settings', ...paths], {
    env: { ...process.env, BUNDLESCOPE_STATE: state },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    const heard = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = /http:\/\/\S+/u.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    };
    server.stdout.on('data', heard);
    server.stderr.on('data', heard);
    server.on('exit', (code) => reject(new Error(`serve ended with ${code}: ${said}`)));
  });
  return { server, address };
}

/** Asks the server to end as a person would, and waits until it has. */
export function ended(server: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve(server.exitCode);
    server.on('exit', (code) => resolve(code));
    server.kill('SIGINT');
  });
}

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bundlescope-test-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Drops files on the window, as a person does from a file manager. */
export async function drop(
  page: Page,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<void> {
  const given = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
  const transfer = await page.evaluateHandle((list) => {
    const data = new DataTransfer();
    for (const { name, base64 } of list) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      data.items.add(new File([bytes], name));
    }
    return data;
  }, given);
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await page.locator('[data-testid=drop-overlay]').waitFor();
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

/** Waits until the bundle that is shown has been read to its end. */
export async function untilRead(page: Page): Promise<void> {
  await page.locator('[data-testid=host]').waitFor();
  await page.locator('[data-testid=opening]').waitFor({ state: 'detached' });
}

/** Engines are processes of the server's. */
export function childrenOf({ server }: Desk): readonly number[] {
  const text = readFileSync(`/proc/${server.pid}/task/${server.pid}/children`, 'utf8');
  return text.trim().split(' ').filter(Boolean).map(Number);
}
