import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { threatList, type ThreatList } from './threat-list.ts';

const parse = (text: string): ThreatList => parseFact<ThreatList>(threatList, text).value;

const TWO = `Id: "2f0c6c1e-0000-4000-8000-000000000001"
Name: Virus:DOS/EICAR_Test_File
Type: "virus"
Detection time: Sun Jun 21 23:17:07 2026
Status: "quarantined"
---
Id: "2f0c6c1e-0000-4000-8000-000000000002"
Name: Trojan:Linux/Sample.A
Type: "trojan"
Detection time: Mon Jun 22 01:02:03 2026
Status: "remediation_failed"
`;

describe('mdatp.threat-list', () => {
  it('reads blocks of text', () => {
    expect(parse(TWO).threats).toEqual([
      {
        value: {
          name: 'Virus:DOS/EICAR_Test_File',
          type: 'virus',
          status: 'quarantined',
          detected: 'Sun Jun 21 23:17:07 2026',
          path: '',
        },
        at: { entry: 'file', line: 2 },
      },
      {
        value: {
          name: 'Trojan:Linux/Sample.A',
          type: 'trojan',
          status: 'remediation_failed',
          detected: 'Mon Jun 22 01:02:03 2026',
          path: '',
        },
        at: { entry: 'file', line: 8 },
      },
    ]);
  });

  it('parts blocks without a rule between them, in any order of their lines', () => {
    const { threats } = parse(
      'Detection time: x\nName: A:B/C\nstatus: quarantined\nPath: /tmp/a\nDetection time: y\nName: D:E/F\nstatus: blocked\n',
    );
    expect(threats.map(({ value }) => [value.name, value.status, value.path, value.detected])).toEqual([
      ['A:B/C', 'quarantined', '/tmp/a', 'x'],
      ['D:E/F', 'blocked', '', 'y'],
    ]);
  });

  it('keeps the statement that there are none', () => {
    expect(parse('No threats.\n')).toEqual({
      threats: [],
      none: { value: 'No threats.', at: { entry: 'file', line: 1 } },
    });
  });

  it('reads JSON', () => {
    const { threats } = parse(
      '{"scans": [{"threats": [\n{"name": "A:B/C", "status": {"$type": "quarantined"}, "type": "virus"}]}]}',
    );
    expect(threats).toEqual([
      {
        value: { name: 'A:B/C', type: 'virus', status: 'quarantined', detected: '', path: '' },
        at: { entry: 'file', line: 2 },
      },
    ]);
  });

  it('takes an empty list of JSON for one', () => {
    expect(parse('{"threats": []}')).toEqual({ threats: [], none: undefined });
  });

  it('refuses what is no list', () => {
    expect(() => parse('hello\n')).toThrow('lists no threats');
    expect(() => parse('Could not connect to the daemon\n')).toThrow(
      expect.objectContaining({ name: 'NotCollectedError' }) as Error,
    );
  });

  it('is told by its content', () => {
    const { plan } = threatList;
    if (plan.kind !== 'text') throw new Error('no text fact');
    expect(plan.looksLike?.(TWO)).toBe(true);
    expect(plan.looksLike?.('Name: db\nStatus: up\nDetection time: x\n')).toBe(false);
  });
});
