import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { conflictingProcesses, type ConflictingProcesses } from './conflicting-processes.ts';

const parse = (text: string): ConflictingProcesses =>
  parseFact<ConflictingProcesses>(conflictingProcesses, text).value;

describe('mdatp.conflicting-processes', () => {
  it('knows that nothing was found', () => {
    expect(parse('\nNo Known Conflicts\n')).toEqual({
      none: { value: 'No Known Conflicts', at: { entry: 'file', line: 2 } },
      tools: [],
      binaries: [],
    });
  });

  it('reads agents and binaries', () => {
    const value = parse(
      'Conflicting agents:\n=====\nExampleVendor: exampled\nscand\n\nConflicting binaries:\n/opt/example/bin/exampled\n',
    );
    expect(value.tools).toEqual([
      {
        value: { vendor: 'ExampleVendor', agent: 'exampled', text: 'ExampleVendor: exampled' },
        at: { entry: 'file', line: 3 },
      },
      { value: { vendor: '', agent: 'scand', text: 'scand' }, at: { entry: 'file', line: 4 } },
    ]);
    expect(value.binaries).toEqual([
      { value: { text: '/opt/example/bin/exampled' }, at: { entry: 'file', line: 7 } },
    ]);
    expect(value.none).toBeUndefined();
  });
});
