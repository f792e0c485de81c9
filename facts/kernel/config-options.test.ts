import { describe, expect, it } from 'vitest';
import { fileOf } from '../../test/harness/parse-fact.ts';
import { configFile, type ConfigFile } from './config-options.ts';

const TEXT =
  '#\n# Linux/x86_64 5.14.0 Kernel Configuration\n#\nCONFIG_FANOTIFY=y\n# CONFIG_FANOTIFY_ACCESS_PERMISSIONS is not set\nCONFIG_LSM="lockdown,yama"\n';

const read = (text: string, path = 'file'): ConfigFile => configFile(fileOf(path, text));

describe('configFile', () => {
  it('reads options that are set, with their lines', () => {
    expect(read(TEXT).options.get('CONFIG_FANOTIFY')).toEqual({ value: 'y', at: { entry: 'file', line: 4 } });
  });

  it('reads what is not set as n', () => {
    expect(read(TEXT).options.get('CONFIG_FANOTIFY_ACCESS_PERMISSIONS')).toEqual({
      value: 'n',
      at: { entry: 'file', line: 5 },
    });
  });

  it('reads texts without their quotes', () => {
    expect(read(TEXT).options.get('CONFIG_LSM')?.value).toBe('lockdown,yama');
  });

  it('does not know an option that the file does not name', () => {
    expect(read(TEXT).options.has('CONFIG_BPF')).toBe(false);
  });

  it('knows its kernel by its name, else by its heading', () => {
    expect(read(TEXT, 'boot/config-5.14.0-427.el9.x86_64').release).toBe('5.14.0-427.el9.x86_64');
    expect(read(TEXT).release).toBe('5.14.0');
  });

  it('is complete with hundreds of options, and not as a handful, even below its heading', () => {
    const many = Array.from({ length: 500 }, (_, index) => `CONFIG_OPTION_${index}=m\n`).join('');
    expect(read(many).complete).toBe(true);
    expect(read(TEXT).complete).toBe(false);
  });

  it('is not known where the file was not there', () => {
    expect(() => read('cat: /boot/config-5.14.0: No such file or directory\n')).toThrow('No such file');
  });
});
