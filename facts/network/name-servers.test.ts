import { describe, expect, it } from 'vitest';
import { factInBundle } from '../../test/harness/fact-in-bundle.ts';
import { nameServers } from './name-servers.ts';

const CLIENT = { 'mde.xml': '<mdatp/>' };

describe('network.name-servers', () => {
  it('are the addresses and domains of resolv.conf, comments left out', async () => {
    const found = await factInBundle(nameServers, {
      'etc/resolv.conf':
        '# nameserver 198.51.100.1\nsearch example\nnameserver 192.0.2.2\nnameserver 2001:db8::53 # why\n',
    });
    expect(found).toEqual({
      servers: [
        { value: '192.0.2.2', at: { entry: 'etc/resolv.conf', line: 3 } },
        { value: '2001:db8::53', at: { entry: 'etc/resolv.conf', line: 4 } },
      ],
      domains: [{ value: 'example', at: { entry: 'etc/resolv.conf', line: 2 } }],
      complete: true,
      entry: 'etc/resolv.conf',
    });
  });

  it('are those of the part in the client analyzer’s file', async () => {
    const found = await factInBundle(nameServers, {
      ...CLIENT,
      'hostname_diagnostics.txt':
        'hostname: web-03\n\n/etc/resolv.conf:\nnameserver 127.0.0.53\n\n/etc/hosts:\nnameserver 192.0.2.9\n',
    });
    expect(found?.servers.map(({ value, at }) => [value, at.line])).toEqual([['127.0.0.53', 4]]);
  });

  it('are none where the file names none', async () => {
    const found = await factInBundle(nameServers, { 'etc/resolv.conf': 'search example\n' });
    expect(found?.servers).toEqual([]);
  });

  it('are not known where the client analyzer found no file', async () => {
    const found = await factInBundle(nameServers, {
      ...CLIENT,
      'hostname_diagnostics.txt':
        'hostname: web-03\n\n/etc/resolv.conf:\ncat: /etc/resolv.conf: No such file or directory\n\n/etc/hosts:\n',
    });
    expect(found).toBeUndefined();
  });
});
