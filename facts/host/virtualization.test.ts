import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { virtualization } from './virtualization.ts';

const typeOf = (text: string): string => parseFact(virtualization, text).value.type.value;

describe('host.virtualization', () => {
  it('reads systemd-detect-virt', () => {
    expect(typeOf('kvm\n')).toBe('kvm');
    expect(typeOf('systemd-nspawn\n')).toBe('systemd-nspawn');
  });

  it('reads hostnamectl', () => {
    const text = '   Static hostname: web-03\n           Chassis: container\n    Virtualization: docker\n';
    expect(parseFact(virtualization, text).value.type).toEqual({
      value: 'docker',
      at: { entry: 'file', line: 3 },
    });
  });

  it('is none where hostnamectl names nothing', () => {
    expect(typeOf(' Static hostname: db-01\n         Chassis: server\n')).toBe('none');
  });

  it('refuses other texts', () => {
    expect(() => typeOf('one\ntwo\n')).toThrow('names no kind of virtualization');
  });
});
