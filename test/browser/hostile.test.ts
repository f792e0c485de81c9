/// <reference lib="dom" />
import { request as httpRequest } from 'node:http';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

import { describeWith } from '../harness/needs.ts';
import { tarOf, zipOf } from '../harness/pack.ts';
import { childrenOf, drop, ended, openDesk, untilRead, type Desk } from './desk.ts';

const TIME = new Date('2026-09-22T06:19:00Z');
/** A name, a value and a line that try what a page might obey. */
const HTML = '<img src=x onerror=alert(1)>';

const hostile = (): Buffer =>
  zipOf(
    [
      { path: 'mde.xml', content: '<mdatp/>' },
      {
        path: 'health.txt',
        content: `healthy                                     : false\nhealth_issues                               : ["${HTML}"]\nlicensed                                    : true\napp_version                                 : "101.26062.0005"\norg_id                                      : "<script>document.title='gone'</script>"\n`,
      },
      { path: `${HTML}.txt`, content: 'a\u001b]52;c;ZXZpbA==\u0007b\n\u202eright to left\n' },
      { path: 'java\u202egpj.exe', content: 'x' },
      { path: '../../etc/passwd', content: 'root:x:0:0\n' },
      { path: '__proto__/constructor', content: 'polluted\n' },
    ],
    { modified: TIME },
  );

describeWith('chromium', 'the desk under attack', () => {
  it('shows a hostile bundle and obeys nothing of it', async () => {
    const desk = await openDesk();
    const { page } = desk;
    try {
      await drop(page, [{ name: `${HTML}.zip`, bytes: hostile() }]);
      await untilRead(page);
      await page.locator('[data-testid=tab-findings]').click();
      await page.locator('article[data-testid=detail]').waitFor();
      expect(await page.locator('article[data-testid=detail]').innerText()).toContain('<img src=x');
      await page.locator('[data-testid=tab-files]').click();
      await page.locator('[data-testid=files-search]').fill('onerror');
      await page.locator('[data-testid=files-row]').first().click();
      await page.locator('[data-line="1"]').waitFor();
      expect(await page.locator('[data-line="1"]').innerText()).toContain('␛]52');
      expect(await page.locator('[data-line="2"]').innerText()).toContain('⟨202E⟩');
      expect(await page.locator('img').count()).toBe(0);
      expect(await page.title()).toContain('Bundlescope');
      expect(new URL(page.url()).pathname).toBe('/');
      expect(await page.evaluate(() => Object.hasOwn(Object.prototype, 'polluted'))).toBe(false);
      expect(desk.complaints).toEqual([]);
    } finally {
      await desk.close();
    }
  });

  it('leads nowhere but to links of checks', async () => {
    const desk = await openDesk();
    const { page, context } = desk;
    try {
      await drop(page, [{ name: 'case.zip', bytes: hostile() }]);
      await untilRead(page);
      await page.evaluate(() => {
        const script = document.createElement('div');
        script.innerHTML = '<img src="x" onerror="document.title=\'gone\'">';
        document.body.append(script);
      });
      await page.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'document.title = "gone"';
        document.body.append(script);
      });
      expect(await page.title()).toContain('Bundlescope');
      const location = await answerOf(desk, '/link/health/unhealthy-agent/0', {
        cookie: await cookieOf(desk),
      });
      expect(location.headers['location']).toMatch(/^https:\/\/learn\.microsoft\.com\//u);
      for (const path of [
        '/link/health/unhealthy-agent/99',
        '/link/https:%2F%2Fevil.example/0',
        '/link/../../etc/passwd',
      ]) {
        expect((await answerOf(desk, path, { cookie: await cookieOf(desk) })).status).toBe(404);
      }
      expect(context.pages()).toHaveLength(1);
    } finally {
      await desk.close();
    }
  });

  it('answers nobody from elsewhere', async () => {
    const desk = await openDesk();
    try {
      const cookie = await cookieOf(desk);
      const { port } = new URL(desk.address);
      const own = `http://127.0.0.1:${port}`;
      const ask = (headers: Record<string, string>): Promise<number> =>
        answerOf(desk, '/ask/desk:state', { ...headers }, 'POST', '{}').then(({ status }) => status);
      expect(await ask({ cookie, origin: own })).toBe(200);
      expect(await ask({ origin: own })).toBe(403);
      expect(await ask({ cookie: `${cookie}x`, origin: own })).toBe(403);
      expect(await ask({ cookie, origin: 'https://evil.example' })).toBe(403);
      expect(await ask({ cookie, origin: 'null' })).toBe(403);
      expect(await ask({ cookie })).toBe(403);
      expect(await ask({ cookie, origin: own, host: `evil.example:${port}` })).toBe(403);
      expect(await ask({ cookie, origin: own, 'sec-fetch-site': 'cross-site' })).toBe(403);
      expect((await answerOf(desk, '/', {})).status).toBe(403);
      expect((await answerOf(desk, '/?token=wrong', {})).status).toBe(403);
      expect((await answerOf(desk, '/assets/../../package.json', { cookie })).status).toBe(404);
      expect((await answerOf(desk, '/%2e%2e/%2e%2e/etc/passwd', { cookie })).status).toBe(404);
    } finally {
      await desk.close();
    }
  });

  it('refuses questions that are none', async () => {
    const desk = await openDesk();
    try {
      const cookie = await cookieOf(desk);
      const origin = `http://127.0.0.1:${new URL(desk.address).port}`;
      const ask = async (name: string, body: string): Promise<unknown> =>
        JSON.parse((await answerOf(desk, `/ask/${name}`, { cookie, origin }, 'POST', body)).body) as unknown;
      for (const [name, body, code] of [
        ['nothing', '{}', 'unknown-question'],
        ['__proto__', '{}', 'unknown-question'],
        ['bundle:open', '{"path":"/etc/passwd"}', 'malformed'],
        ['bundle:open', '{"offers":["/etc/passwd"]}', 'malformed'],
        ['bundle:open', '{"offers":["o0123456789abcdef"]}', 'not-found'],
        [
          'entry:lines',
          '{"bundle":"b0123456789abcdef","entry":"/etc/passwd","from":1,"count":1}',
          'not-found',
        ],
        ['entry:lines', '{"bundle":"b0123456789abcdef","entry":"x","from":-1,"count":999999}', 'malformed'],
        ['settings:set', 'not json', 'malformed'],
      ] as const) {
        expect(await ask(name, body)).toMatchObject({ ok: false, refusal: { code } });
      }
    } finally {
      await desk.close();
    }
  });

  it('outlives an engine that is killed, and says what is kept', async () => {
    const desk = await openDesk();
    const { page } = desk;
    try {
      await drop(page, [{ name: 'case.zip', bytes: hostile() }]);
      await untilRead(page);
      for (const pid of childrenOf(desk)) process.kill(pid, 'SIGKILL');
      await page.locator('[data-testid=ended]').waitFor();
      expect(await page.locator('[data-testid=ended]').innerText()).toContain('The engine ended');
      await page.locator('[data-testid=tab-findings]').click();
      await page.locator('[data-testid=findings-row]').first().waitFor();
      await page.locator('[data-testid=ended] button').first().click();
      await untilRead(page);
      expect(await page.locator('[data-testid=ended]').count()).toBe(0);
    } finally {
      await desk.close();
    }
  });

  it('cancels, keeps what there is, and marks it partial', async () => {
    const desk = await openDesk();
    const { page } = desk;
    try {
      const noise = Buffer.alloc(
        64 * 1024 * 1024,
        'Sep 22 06:19:03 db-01 app[411]: nothing of interest happened here\n',
      );
      const files = Array.from({ length: 16 }, (_, index) => ({
        path: `var/log/app-${index}.log`,
        content: noise,
      }));
      const early = {
        path: 'health.txt',
        content: 'healthy : false\nlicensed : true\napp_version : "101.26062.0005"\n',
      };
      const big = gzipSync(tarOf([early, ...files], { modified: TIME }), { level: 1 });
      await drop(page, [{ name: 'big.tar.gz', bytes: big }]);
      await page.locator('[data-testid=opening] button').click();
      await page.locator('[data-testid=ended]').waitFor();
      expect(await page.locator('[data-testid=ended]').innerText()).toMatch(/Partial|Interrupted|cancelled/u);
    } finally {
      await desk.close();
    }
  });

  it('ends with nothing left behind', async () => {
    const desk = await openDesk();
    await drop(desk.page, [{ name: 'case.zip', bytes: hostile() }]);
    await untilRead(desk.page);
    const engines = childrenOf(desk);
    expect(engines.length).toBeGreaterThan(0);
    await desk.browser.close();
    expect(await ended(desk.server)).toBe(0);
    expect(engines.filter(isAlive)).toEqual([]);
  });
});

interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

function answerOf(
  { address }: Desk,
  path: string,
  headers: Record<string, string>,
  method = 'GET',
  body = '',
): Promise<Answered> {
  const { port } = new URL(address);
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

async function cookieOf({ context }: Desk): Promise<string> {
  const [cookie] = await context.cookies();
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
  return `${cookie?.name ?? ''}=${cookie?.value ?? ''}`;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
