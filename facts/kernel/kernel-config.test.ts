import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { kernelConfig } from './kernel-config.ts';

const TEXT =
  '#\n# Linux/x86_64 5.14.0 Kernel Configuration\n#\nCONFIG_FANOTIFY=y\n# CONFIG_FANOTIFY_ACCESS_PERMISSIONS is not set\nCONFIG_LSM="lockdown,yama"\n';

describe('kernel.config', () => {
  it('reads options that are set, with their lines', () => {
    expect(parseFact(kernelConfig, TEXT).value.fanotify).toEqual({
      value: 'y',
      at: { entry: 'file', line: 4 },
    });
  });

  it('reads what is not set as n', () => {
    expect(parseFact(kernelConfig, TEXT).value.fanotifyAccessPermissions).toEqual({
      value: 'n',
      at: { entry: 'file', line: 5 },
    });
  });

  it('reads texts without their quotes', () => {
    expect(parseFact(kernelConfig, TEXT).value.options.get('CONFIG_LSM')?.value).toBe('lockdown,yama');
  });

  it('does not know an option that the file does not name', () => {
    expect(parseFact(kernelConfig, TEXT).value.options.has('CONFIG_BPF')).toBe(false);
  });

  it('is not known where the file was not there', () => {
    const missing = 'cat: /boot/config-5.14.0: No such file or directory\n';
    expect(() => parseFact(kernelConfig, missing)).toThrow('No such file or directory');
  });
});
