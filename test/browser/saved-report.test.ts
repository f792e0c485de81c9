/// <reference lib="dom" />
import { expect, it } from 'vitest';

import { analyzeSample } from '../harness/analyze-sample.ts';
import { describeWith } from '../harness/needs.ts';
import { drop, openDesk } from './desk.ts';

describeWith('chromium', 'a saved report on the desk', () => {
  it('shows findings and checks without files, and says so', async () => {
    const desk = await openDesk();
    const { page } = desk;
    try {
      await drop(page, [{ name: 'saved.json', bytes: Buffer.from(analyzeSample('ill-rhel-8.10', 'json')) }]);
      await page.locator('[data-testid=host]').waitFor();
      expect(await page.locator('[data-testid=ended]').innerText()).toContain('Saved report.');
      await page.locator('[data-testid=tab-findings]').click();
      await page.locator('article[data-testid=detail]').waitFor();
      expect(await page.locator('article[data-testid=detail]').innerText()).toContain('wdavdaemon');
      await page.locator('[data-testid=tab-checks]').click();
      await page.locator('[data-testid=checks-row]').first().waitFor();
      await page.locator('[data-testid=tab-files]').click();
      await page.locator('main').getByText('the files of its bundle are not at hand').first().waitFor();
      expect(desk.complaints).toEqual([]);
    } finally {
      await desk.close();
    }
  });

  it('says what is wrong with one that was forged', async () => {
    const desk = await openDesk();
    const { page } = desk;
    try {
      const forged = analyzeSample('ill-rhel-8.10', 'json').replace(
        '"severity": "critical"',
        '"severity": "<b>"',
      );
      await drop(page, [{ name: 'forged.json', bytes: Buffer.from(forged) }]);
      const sentence = page.getByText(
        'forged.json is no report of Bundlescope: reports.0.findings.0.severity',
      );
      await sentence.waitFor();
    } finally {
      await desk.close();
    }
  });
});
