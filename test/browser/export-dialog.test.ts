/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { expect, it } from 'vitest';

import { packSample } from '../harness/pack-sample.ts';
import { describeWith } from '../harness/needs.ts';
import { drop, openDesk, untilRead, type Desk } from './desk.ts';

/** Presses the button and gives the files that the browser saved, by their names. */
async function exported({ page }: Desk, count: number): Promise<ReadonlyMap<string, string>> {
  const saved = new Map<string, string>();
  const all = new Promise<void>((resolve) => {
    page.on('download', (download) => {
      void download.path().then((path) => {
        saved.set(download.suggestedFilename(), readFileSync(path, 'utf8'));
        if (saved.size === count) resolve();
      });
    });
  });
  await page.locator('[data-testid=dialog-export] button[type=submit]').click();
  await all;
  await page.locator('[data-testid=dialog-export]').waitFor({ state: 'detached' });
  return saved;
}

describeWith('chromium', 'the export dialog', () => {
  it('saves what was chosen, in each format, with what was noted', async () => {
    const desk = await openDesk();
    const { page } = desk;
    try {
      await drop(page, [{ name: 'db-01.zip', bytes: packSample('ill-rhel-8.10') }]);
      await untilRead(page);
      await page.locator('[data-testid=tab-findings]').click();
      await page.locator('article[data-testid=detail]').waitFor();
      await page.locator('[data-testid=findings-row]').first().click();
      await page.keyboard.press('c');
      await page.keyboard.press('e');
      await page.locator('[data-testid=choice-chosen]').check();
      await page.locator('[data-testid=format-csv]').check();
      await page.locator('[data-testid=section-blocked]').uncheck();
      const files = await exported(desk, 2);
      expect([...files.keys()].sort()).toEqual(['db-01.csv', 'db-01.html']);
      const { data } = Papa.parse<Record<string, string>>(files.get('db-01.csv') ?? '', {
        header: true,
        skipEmptyLines: true,
      });
      expect(data.map(({ check, triage }) => [check, triage])).toEqual([
        ['install/daemon-not-executable', 'confirmed'],
      ]);
      const html = files.get('db-01.html') ?? '';
      expect(html.match(/<article/gu)).toHaveLength(1);
      expect(html).toContain('<p class="note">confirmed</p>');
      expect(html).not.toContain('class="blocked"');
      expect(desk.complaints).toEqual([]);
    } finally {
      await desk.close();
    }
  });

  it('takes the findings that the filter shows', async () => {
    const desk = await openDesk();
    const { page } = desk;
    try {
      await drop(page, [{ name: 'db-01.zip', bytes: packSample('ill-rhel-8.10') }]);
      await untilRead(page);
      await page.locator('[data-testid=tab-findings]').click();
      await page.locator('article[data-testid=detail]').waitFor();
      await page.locator('[data-filter]').fill('severity:critical');
      await page.getByText(/^3 of/u).waitFor();
      await page.locator('[data-testid=export]').click();
      await page.locator('[data-testid=choice-filtered]').check();
      await page.locator('[data-testid=format-html]').uncheck();
      await page.locator('[data-testid=format-ticket]').check();
      const files = await exported(desk, 1);
      const ticket = files.get('db-01.ticket.md') ?? '';
      // What explains the third is not among them: it stands for itself.
      expect(ticket.match(/^ *- \*\*\w+\*\*/gmu)).toEqual(Array(3).fill('- **critical**'));
      expect(ticket).toMatch(/\d+ findings are left out here\./u);
    } finally {
      await desk.close();
    }
  });
});
