/// <reference lib="dom" />
import { expect, it } from 'vitest';

import { describeWith } from '../harness/needs.ts';
import { packSample } from '../harness/pack-sample.ts';
import { drop, newFolder, openDesk, untilRead, type Desk } from './desk.ts';

const ILL = 'ill-rhel-8.10';

async function withDesk<Result>(
  options: Parameters<typeof openDesk>[0],
  use: (desk: Desk) => Promise<Result>,
): Promise<Result> {
  const desk = await openDesk(options);
  try {
    const result = await use(desk);
    expect(desk.complaints).toEqual([]);
    return result;
  } finally {
    await desk.close();
  }
}

const dropIll = async ({ page }: Desk): Promise<void> => {
  await drop(page, [{ name: 'case.zip', bytes: packSample(ILL) }]);
  await untilRead(page);
};

describeWith('chromium', 'the desk in a browser', () => {
  it('goes from a dropped bundle to the line that proves a finding, and back', async () => {
    await withDesk({}, async (desk) => {
      const { page } = desk;
      await dropIll(desk);
      expect(await page.locator('[data-testid=host] h1').innerText()).toBe('db-01.example');
      expect(await page.locator('[data-testid=worst]').count()).toBe(3);

      await page.locator('[data-testid=tab-findings]').click();
      const rows = page.locator('[data-testid=findings-row]');
      await rows.first().waitFor();
      await page.locator('[data-testid=filter]').fill('check:install/daemon-not-executable');
      await expect.poll(() => rows.count()).toBe(1);
      await rows.first().click();
      const detail = page.locator('article[data-testid=detail]');
      await expect
        .poll(() => detail.locator('h1').innerText())
        .toContain('Daemon without execute permission');
      expect(await detail.locator('[data-testid=open-evidence]').first().innerText()).toBe(
        'mde_directories.txt:12',
      );

      await detail.locator('[data-testid=open-evidence]').first().click();
      const line = page.locator('[data-testid=lines] [data-line="12"]');
      await line.waitFor();
      await expect.poll(() => line.innerText()).toContain('wdavdaemon');
      expect(await line.evaluate((element) => element.className)).toMatch(/target/u);
      const box = await line.boundingBox();
      expect(box?.y).toBeGreaterThan(100);
      expect(box?.y).toBeLessThan(800);

      await page.keyboard.press('Alt+ArrowLeft');
      await expect
        .poll(() => detail.locator('h1').innerText())
        .toContain('Daemon without execute permission');
      expect(await page.locator('[data-testid=filter]').inputValue()).toBe(
        'check:install/daemon-not-executable',
      );
    });
  });

  it('keeps what was decided about a finding for the next time that the bundle is opened', async () => {
    const state = newFolder();
    await withDesk({ state }, async (desk) => {
      const { page } = desk;
      await dropIll(desk);
      await page.locator('[data-testid=tab-findings]').click();
      await page.locator('article[data-testid=detail]').waitFor();
      await page.locator('label:has([data-testid=triage-not-relevant])').click();
      await page.locator('[data-testid=toasts]').getByText('Finding is now not relevant').waitFor();
      await page.locator('[data-testid=note]').fill('Known: the host is rebuilt on Friday');
      await page.locator('[data-testid=triage] button[type=submit]').click();
      await expect.poll(() => page.locator('[data-testid=facet-triage-not-relevant]').count()).toBe(1);
    });
    await withDesk({ state }, async (desk) => {
      const { page } = desk;
      expect(await page.locator('[data-testid=offer-recent]').innerText()).toContain('db-01.example');
      await dropIll(desk);
      await page.locator('[data-testid=tab-findings]').click();
      await page.locator('label:has([data-testid=facet-triage-not-relevant])').click();
      await expect.poll(() => page.locator('[data-testid=findings-row]').count()).toBe(1);
      await page.locator('[data-testid=findings-row]').first().click();
      await expect
        .poll(() => page.locator('[data-testid=note]').inputValue())
        .toBe('Known: the host is rebuilt on Friday');
    });
  });

  it('undoes a decision from the message that tells of it', async () => {
    await withDesk({}, async (desk) => {
      const { page } = desk;
      await dropIll(desk);
      await page.locator('[data-testid=tab-findings]').click();
      await page.locator('label:has([data-testid=triage-done])').click();
      await expect.poll(() => page.locator('[data-testid=facet-triage-done]').count()).toBe(1);
      await page.locator('[data-testid=toasts] button').first().click();
      await expect.poll(() => page.locator('[data-testid=facet-triage-done]').count()).toBe(0);
    });
  });

  it('does the whole of it by the keyboard alone', async () => {
    await withDesk({}, async (desk) => {
      const { page } = desk;
      await dropIll(desk);
      await page.keyboard.press('g');
      await page.keyboard.press('f');
      await page.locator('[data-testid=findings-row]').first().waitFor();
      await page.keyboard.press('/');
      await page.keyboard.type('severity:critical');
      const count = page.locator('[data-testid=pane-list] [aria-live]').first();
      await expect.poll(() => count.innerText()).toMatch(/^(?!(\d+) of \1$)\d+ of \d+$/u);
      await expect.poll(() => page.locator('[data-testid=findings-row]').count()).toBe(3);
      await page.keyboard.press('F6');
      await page.keyboard.press('F6');
      await page.keyboard.press('F6');
      await page.locator('[data-testid=findings]').focus();
      const first = await page.locator('[data-testid=message]').innerText();
      await page.keyboard.press('j');
      await expect.poll(() => page.locator('[data-testid=message]').innerText()).not.toBe(first);
      await page.keyboard.press('k');
      await expect.poll(() => page.locator('[data-testid=message]').innerText()).toBe(first);
      await page.keyboard.press('y');
      await expect
        .poll(() => page.evaluate(() => navigator.clipboard.readText()))
        .toMatch(/^### critical: /u);
      await page.keyboard.press('Enter');
      await page.locator('[data-testid=view-files]').waitFor();
      await page.keyboard.press('Alt+ArrowLeft');
      await page.locator('[data-testid=view-findings]').waitFor();
      await page.keyboard.press('F8');
      await expect.poll(() => page.locator('[data-testid=message]').innerText()).not.toBe(first);
    });
  });

  it('finds files and commands by a few letters', async () => {
    await withDesk({}, async (desk) => {
      const { page } = desk;
      await dropIll(desk);
      await page.keyboard.press('Control+p');
      await page.locator('[data-testid=picker]').fill('health:4');
      await page.locator('[data-testid=choice]').first().waitFor();
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('[data-testid=entry-name]').innerText()).toBe('health.txt');
      await page.locator('[data-line="4"]').waitFor();
      await page.keyboard.press('Control+k');
      await page.locator('[data-testid=picker]').fill('facts');
      await page.keyboard.press('Enter');
      await page.locator('[data-testid=view-facts]').waitFor();
      await page.keyboard.press('?');
      await page.locator('[data-testid=dialog-keys]').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('[data-testid=dialog-keys]').waitFor({ state: 'detached' });
      await page.keyboard.press('F1');
      await page.locator('[data-testid=help-page]').waitFor();
    });
  });

  it('says what is wrong with a filter, and loses no row meanwhile', async () => {
    await withDesk({}, async (desk) => {
      const { page } = desk;
      await dropIll(desk);
      await page.locator('[data-testid=tab-findings]').click();
      const rows = page.locator('[data-testid=findings-row]');
      await rows.first().waitFor();
      const count = page.locator('[data-testid=pane-list] [aria-live]').first();
      await expect.poll(() => count.innerText()).toMatch(/^(\d+) of \1$/u);
      const all = await rows.first().getAttribute('aria-setsize');
      await page.locator('[data-testid=filter]').fill('/a(b/');
      await expect.poll(() => page.locator('[data-testid=filter]').getAttribute('aria-invalid')).toBe('true');
      expect(await rows.first().getAttribute('aria-setsize')).toBe(all);
      await page.locator('[data-testid=filter]').fill('severity:high nothing-has-this');
      await page.locator('[data-testid=no-findings]').waitFor();
    });
  });

  it('shows what was understood, and where it is written', async () => {
    await withDesk({}, async (desk) => {
      const { page } = desk;
      await dropIll(desk);
      await page.locator('[data-testid=tab-facts]').click();
      await page.getByLabel('Find a fact').fill('storage.mounts');
      await page.locator('[data-testid=facts-row]').first().click();
      const value = page.locator('[data-testid=fact] td button').first();
      await value.click();
      await expect.poll(() => page.locator('[data-testid=entry-name]').innerText()).toBe('mount.txt');
    });
  });

  it('opens several hosts of one archive and tells them apart', async () => {
    await withDesk({}, async ({ page }) => {
      await drop(page, [{ name: 'hosts.zip', bytes: packSample('three-hosts') }]);
      await untilRead(page);
      const options = page.locator('[data-testid=hosts] option');
      expect(await options.count()).toBe(3);
      const first = await page.locator('[data-testid=host] h1').innerText();
      await page.locator('[data-testid=hosts]').selectOption('1');
      await expect.poll(() => page.locator('[data-testid=host] h1').innerText()).not.toBe(first);
    });
  });

  it('takes several loose texts as one bundle, and pasted text too', async () => {
    await withDesk({}, async ({ page }) => {
      const health =
        'healthy                                     : false\nlicensed                                    : true\napp_version                                 : "101.26062.0005"\n';
      await drop(page, [
        { name: 'health.txt', bytes: Buffer.from(health) },
        {
          name: 'uname.txt',
          bytes: Buffer.from('Linux db-01 5.14.0-427.13.1.el9_4.x86_64 #1 SMP x86_64 GNU/Linux\n'),
        },
      ]);
      await untilRead(page);
      await page.locator('[data-testid=tab-findings]').click();
      await page.getByText('The agent reports healthy as false').first().waitFor();
    });
  });
});
