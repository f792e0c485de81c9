import { describe, expect, it } from 'vitest';
import { proxyAddress, proxyFault } from './proxy-fault.ts';

describe('proxyFault', () => {
  it.each([
    'http://proxy.example:3128',
    'http://proxy.example:3128/',
    'https://PROXY-1.example:8443',
    'http://***@proxy.example:3128',
    'http://[2001:db8::1]:3128/',
    'http://proxy.example/site.pac',
    'none',
    '',
  ])('finds none in %s', (value) => {
    expect(proxyFault(value)).toBeUndefined();
  });

  it.each([
    ['EXAMPLE DO NOT USE', 'placeholder'],
    ['http://<proxy>:<port>', 'placeholder'],
    ['proxy.example:3128', 'scheme'],
    ['http://proxy.example', 'port'],
    ['http://proxy.example/', 'port'],
    ['http://proxy.example:3128/ # site', 'trailing'],
    ['http://proxy.example:3128;', 'trailing'],
    ['http://proxy.example:port/', 'placeholder'],
    ['http://proxy.example:3a', 'trailing'],
    ['http://:3128', 'form'],
  ])('in %s is %s', (value, fault) => {
    expect(proxyFault(value)).toBe(fault);
  });
});

describe('proxyAddress', () => {
  it('is name and port, whatever stands around them', () => {
    expect(proxyAddress('http://***@Proxy.example:3128/')).toBe('proxy.example:3128');
  });

  it('is not known where the value is malformed or a word', () => {
    expect([proxyAddress('proxy.example:3128'), proxyAddress('none')]).toEqual([undefined, undefined]);
  });
});
