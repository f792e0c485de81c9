import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { systemdUnits, type SystemdUnits } from './units.ts';

function parse(text: string): SystemdUnits {
  return parseFact<SystemdUnits>(systemdUnits, text).value;
}

const HEADER = '  UNIT             LOAD      ACTIVE   SUB     DESCRIPTION\n';

describe('systemd.units', () => {
  it('reads a unit with all its states', () => {
    expect(
      parse(`${HEADER}  auditd.service   loaded    active   running Security Auditing Service\n`).units,
    ).toEqual([
      {
        value: {
          unit: 'auditd.service',
          load: 'loaded',
          active: 'active',
          sub: 'running',
          description: 'Security Auditing Service',
        },
        at: { entry: 'file', line: 2 },
      },
    ]);
  });

  it('reads marked units and leaves the legend out', () => {
    const value = parse(
      `${HEADER}● kdump.service loaded failed failed Crash recovery\n* x.mount not-found inactive dead x.mount\n\nLOAD   = Reflects whether the unit definition was properly loaded.\n2 loaded units listed. Pass --all to see loaded but inactive units, too.\n`,
    );
    expect(value.units.map((row) => [row.value.unit, row.value.active])).toEqual([
      ['kdump.service', 'failed'],
      ['x.mount', 'inactive'],
    ]);
  });

  it('leaves a pending job out of the description', () => {
    const value = parse(
      'UNIT LOAD ACTIVE SUB JOB DESCRIPTION\nmdatp.service loaded activating start-pre start Defender agent\n',
    );
    expect(value.units[0]?.value.description).toBe('Defender agent');
  });

  it('cannot use a text without units', () => {
    expect(() => parse('Failed to list units: Connection timed out\n')).toThrow('lists no units');
  });
});
