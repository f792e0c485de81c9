import { describe, expect, it } from 'vitest';

import { zipOf } from '../harness/pack.ts';
import { packSample } from '../harness/pack-sample.ts';
import { runCli } from '../harness/run-cli.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { UNHEALTHY } from './bundles.ts';

const folder = temporaryFolder();

/** Every thread of the command begins with a prototype that nobody can change: who tries to, throws. */
const FROZEN = { NODE_OPTIONS: '--import=data:text/javascript,Object.freeze(Object.prototype)' };

const POLLUTING = '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}';

/** Names and contents that change the prototype of every object where they are copied without care. */
const hostile = zipOf([
  { path: 'health.txt', content: UNHEALTHY },
  { path: '__proto__', content: POLLUTING },
  { path: 'constructor/prototype/polluted', content: POLLUTING },
  { path: 'mdatp_managed.json', content: POLLUTING },
  { path: 'etc/opt/microsoft/mdatp/managed/mdatp_managed.json', content: POLLUTING },
  { path: 'mde.xml', content: '<mdatp><device_info><constructor>x</constructor></device_info></mdatp>' },
]);

describe('the prototype of all objects', () => {
  it.each([
    ['a sample', () => packSample('ill-rhel-8.10')],
    ['a bundle that would change it', () => hostile],
  ])('is changed by nothing in %s', async (_name, bundle) => {
    const path = folder.write('bundle.zip', bundle());
    const args = ['analyze', path, '--format', 'json', '--no-settings'];
    const free = await runCli(args);
    const frozen = await runCli(args, { env: FROZEN });
    expect(free.code).toBe(0);
    expect(frozen).toEqual(free);
  });
});
