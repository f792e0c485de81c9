import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { systemdUnitFiles, type SystemdUnitFiles } from './unit-files.ts';

describe('systemd.unit-files', () => {
  it('reads units and states, with or without a preset', () => {
    const { value } = parseFact<SystemdUnitFiles>(
      systemdUnitFiles,
      'UNIT FILE        STATE     PRESET\nauditd.service   enabled   enabled\ntmp.mount        masked\n\n2 unit files listed.\n',
    );
    expect(value.unitFiles).toEqual([
      { value: { unit: 'auditd.service', state: 'enabled' }, at: { entry: 'file', line: 2 } },
      { value: { unit: 'tmp.mount', state: 'masked' }, at: { entry: 'file', line: 3 } },
    ]);
  });

  it('cannot use a text without unit files', () => {
    expect(() => parseFact(systemdUnitFiles, 'UNIT FILE STATE\n')).toThrow('lists no unit files');
  });
});
