import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { selinux, type Selinux } from './selinux.ts';

const parse = (text: string): Selinux => parseFact<Selinux>(selinux, text).value;

describe('host.selinux', () => {
  it('reads sestatus', () => {
    expect(
      parse(
        'SELinux status:                 enabled\nLoaded policy name:             targeted\nCurrent mode:                   enforcing\nMode from config file:          permissive\n',
      ),
    ).toEqual({
      mode: { value: 'enforcing', at: { entry: 'file', line: 3 } },
      policy: { value: 'targeted', at: { entry: 'file', line: 2 } },
      isCurrent: true,
    });
  });

  it('knows SELinux to be off', () => {
    expect(parse('SELinux status:                 disabled\n').mode.value).toBe('disabled');
  });

  it('reads what the settings ask for', () => {
    expect(parse('# SELINUX= can take\nSELINUX=Permissive\nSELINUXTYPE=targeted\n')).toEqual({
      mode: { value: 'permissive', at: { entry: 'file', line: 2 } },
      policy: { value: 'targeted', at: { entry: 'file', line: 3 } },
      isCurrent: false,
    });
  });

  it('reads the word of getenforce', () => {
    expect(parse('Enforcing\n').mode.value).toBe('enforcing');
  });

  it('is not collected where sestatus is not there', () => {
    expect(() => parse('Could not run commandsestatus')).toThrow(
      expect.objectContaining({ name: 'NotCollectedError' }) as Error,
    );
  });
});
