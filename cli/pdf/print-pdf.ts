import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { say } from '../say.ts';
import { findBrowser } from './find-browser.ts';

/** Printing a large report takes seconds; a browser that hangs is ended. */
const MOST_MILLISECONDS = 120_000;

/** There is no browser, or it printed nothing: a sentence for the user. */
export class PrintError extends Error {
  override readonly name = 'PrintError';
}

/** Prints a page by an installed browser of the Chromium family, in a private folder that is gone afterwards. */
export async function printPdf(html: string, browser = findBrowser()): Promise<Uint8Array> {
  if (browser === undefined) throw new PrintError(say('error.noBrowser'));
  const folder = await mkdtemp(join(tmpdir(), 'bundlescope-pdf-'));
  const page = join(folder, 'report.html');
  const pdf = join(folder, 'report.pdf');
  try {
    await writeFile(page, html, { mode: 0o600 });
    const reason = await ran(browser, [...flags(folder), `--print-to-pdf=${pdf}`, pathToFileURL(page).href]);
    const bytes = await readFile(pdf).catch(() => undefined);
    if (!bytes || bytes.length === 0) throw new PrintError(say('error.browserFailed', { browser, reason }));
    return bytes;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** The page asks for nothing; the browser shall ask for nothing of its own accord either. */
function flags(folder: string): readonly string[] {
  return [
    '--headless',
    '--disable-gpu',
    '--no-pdf-header-footer',
    '--no-first-run',
    '--disable-extensions',
    '--disable-sync',
    '--disable-background-networking',
    '--disable-component-update',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    `--user-data-dir=${join(folder, 'profile')}`,
    // Its sandbox refuses root. What it shows is our own page, in which nothing runs but our script.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}

/** Runs a program to its end. Returns how it ended and the last line that it said. */
function ran(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: MOST_MILLISECONDS });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-2_000)));
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) => {
      const last = said.trim().split('\n').at(-1) ?? '';
      resolve(last === '' ? String(signal ?? code) : last);
    });
  });
}
