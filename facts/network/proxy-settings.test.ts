import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { proxySettings, type ProxySetting, type ProxySettings } from './proxy-settings.ts';

function settings(text: string): readonly ProxySetting[] {
  const { value } = parseFact<ProxySettings>(proxySettings, { 'etc/environment': text });
  return value.settings.map((row) => row.value);
}

describe('network.proxy-settings', () => {
  it('keeps the place of a setting', () => {
    const { value } = parseFact<ProxySettings>(proxySettings, {
      'etc/environment': 'PATH=/usr/bin\nHTTPS_PROXY="http://proxy.example:3128"\n',
    });
    expect(value.settings).toEqual([
      {
        value: {
          variable: 'HTTPS_PROXY',
          value: 'http://proxy.example:3128',
          host: 'proxy.example',
          hasCredentials: false,
          isPac: false,
        },
        at: { entry: 'etc/environment', line: 2 },
      },
    ]);
  });

  it.each([
    ['export https_proxy=http://proxy.example:3128', 'https_proxy'],
    ['Environment="LANG=C" "HTTPS_PROXY=http://proxy.example:3128"', 'HTTPS_PROXY'],
    ['Environment=HTTPS_PROXY=http://proxy.example:3128', 'HTTPS_PROXY'],
    ['proxy = http://proxy.example:3128', 'proxy'],
    ['Acquire::https::Proxy "http://proxy.example:3128";', 'Acquire::https::Proxy'],
    ['Acquire { http { Proxy "http://proxy.example:3128"; } }', 'Proxy'],
  ])('reads %s', (line, variable) => {
    expect(settings(line).map((row) => [row.variable, row.host])).toEqual([[variable, 'proxy.example']]);
  });

  it.each([
    '# https_proxy=http://proxy.example',
    '; proxy=x',
    '// Acquire::http::Proxy "http://p.example";',
    'https_proxy=""',
  ])('skips %s', (line) => {
    expect(settings(line)).toEqual([]);
  });

  it.each([
    ['http://admin:s3cret@proxy.example:3128', 'http://***@proxy.example:3128'],
    ['http://admin:s@c/r;et@proxy.example:3128', 'http://***@proxy.example:3128'],
    ['admin:s3cret@proxy.example:3128', '***@proxy.example:3128'],
  ])('masks user and password in %s', (raw, masked) => {
    expect(settings(`HTTPS_PROXY=${raw}`)).toEqual([
      { variable: 'HTTPS_PROXY', value: masked, host: 'proxy.example', hasCredentials: true, isPac: false },
    ]);
  });

  it('masks the password of a package manager', () => {
    expect(settings('proxy_password=s3cret')).toEqual([
      { variable: 'proxy_password', value: '***', hasCredentials: true, isPac: false },
    ]);
  });

  it('tells a script that chooses the proxy', () => {
    expect(settings('AUTO_PROXY=http://wpad.example/proxy.pac')[0]?.isPac).toBe(true);
  });

  it('keeps exceptions without taking them for a proxy', () => {
    expect(settings('NO_PROXY="localhost,127.0.0.1"')).toEqual([
      { variable: 'NO_PROXY', value: 'localhost,127.0.0.1', hasCredentials: false, isPac: false },
    ]);
  });

  it('reads the host of an address in brackets', () => {
    expect(settings('HTTPS_PROXY=http://[2001:db8::1]:3128')[0]?.host).toBe('2001:db8::1');
  });
});
