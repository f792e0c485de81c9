import { describe, expect, it } from 'vitest';

import { parseFact } from '../../test/harness/parse-fact.ts';
import { allowedThreatList, type AllowedThreatList } from './allowed-threat-list.ts';

const names = (text: string): readonly string[] =>
  parseFact<AllowedThreatList>(allowedThreatList, text).value.threats.map(
    ({ value, at }) => `${at.line} ${value}`,
  );

describe('mdatp.allowed-threat-list', () => {
  it.each([
    [
      'blocks with names',
      '=====\nName: "Virus:DOS/EICAR_Test_File"\n---\nName: Trojan:Linux/Sample.A\n=====\n',
      ['2 Virus:DOS/EICAR_Test_File', '4 Trojan:Linux/Sample.A'],
    ],
    [
      'names alone',
      'Allowed threats:\n"EICAR-Test-File (not a virus)"\nTrojan:Linux/Sample.A\n',
      ['2 EICAR-Test-File (not a virus)', '3 Trojan:Linux/Sample.A'],
    ],
    ['a list in JSON', '[\n"Trojan:Linux/Sample.A"\n]\n', ['2 Trojan:Linux/Sample.A']],
    [
      'objects in JSON',
      '{"allowedThreats": [\n{"name": "Trojan:Linux/Sample.A"}\n]}\n',
      ['2 Trojan:Linux/Sample.A'],
    ],
    ['none', 'No allowed threats.\n', []],
    ['none in JSON', '[]\n', []],
  ])('reads %s', (_, text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it('is not collected where the daemon did not answer, and refuses another text', () => {
    expect(() => names('ERROR: Could not connect to the daemon\n')).toThrow('Could not connect');
    expect(() => names('hello\n')).toThrow('does not say that there are none');
  });
});
