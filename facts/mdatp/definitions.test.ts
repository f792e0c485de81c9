import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { definitions, type Definitions } from './definitions.ts';

const parse = (text: string): Definitions => parseFact<Definitions>(definitions, text).value;

describe('mdatp.definitions', () => {
  it('reads text', () => {
    const value = parse(
      'definitions_version                         : "1.407.417.0"\noffline_definition_update                   : "enabled" [managed]\noffline_definition_update_fallback_to_cloud : false\n',
    );
    expect(value.definitions_version).toEqual({ value: '1.407.417.0', at: { entry: 'file', line: 1 } });
    expect(value.offline_definition_update_fallback_to_cloud?.value).toBe(false);
    expect(value.managed.map((name) => name.value)).toEqual(['offline_definition_update']);
  });

  it('reads JSON', () => {
    const value = parse(
      '{\n"definitionsVersion": "1.407.417.0",\n"definitionsStatus": {"$type": "updateFailed"},\n"offlineDefinitionUpdate": {"displayValue": true, "isManaged": true, "value": "enabled"}}',
    );
    expect(value.definitions_status).toEqual({ value: 'update_failed', at: { entry: 'file', line: 3 } });
    expect(value.offline_definition_update?.value).toBe('enabled');
  });

  it('refuses another text', () => {
    expect(() => parse('hello\n')).toThrow('names no setting');
    expect(() => parse('Could not connect to the daemon\n')).toThrow('Could not connect');
  });
});
