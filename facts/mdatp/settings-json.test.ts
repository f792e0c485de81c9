import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { localConfig } from './local-config.ts';
import { localState } from './local-state.ts';
import { mergedFeatures } from './merged-features.ts';

const CONFIG = `Features
MERGED CONFIGURATIONS
/var/log/microsoft/mdatp/microsoft_defender_core.log

{
    "moduleLoad": "disabled"
}

Settings by command
WDAVCFG CONFIGURATIONS
/etc/opt/microsoft/mdatp/wdavcfg

{
    "cloudService": {
        "enabled": true
    },
    "tags": ["web", "db"]
}

State
WDAVSTATE CONFIGURATIONS
/var/opt/microsoft/mdatp/wdavstate

{
    "edr": {"identity": {"registrationComplete": true}}
}
`;

describe('settings in JSON', () => {
  it('are named by their keys, each from its own block', () => {
    expect(parseFact(localConfig, CONFIG).value.settings).toEqual([
      { value: { name: 'cloudService.enabled', value: 'true' }, at: { entry: 'file', line: 15 } },
      { value: { name: 'tags', value: '["web","db"]' }, at: { entry: 'file', line: 17 } },
    ]);
    expect(parseFact(mergedFeatures, CONFIG).value.settings.map(({ value }) => value.name)).toEqual([
      'moduleLoad',
    ]);
    expect(parseFact(localState, CONFIG).value.registrationComplete).toEqual({
      value: true,
      at: { entry: 'file', line: 25 },
    });
  });

  it('are read from the file itself', () => {
    const { value } = parseFact(localState, '{"engineCore": {"databaseRootPath": "/opt/x"}}');
    expect(value.databaseRootPath?.value).toBe('/opt/x');
  });

  it('note damage and keep what stands before it', () => {
    const { value, problems } = parseFact(localConfig, '{"a": 1,\n"b": nope}');
    expect(value.settings.map((one) => one.value)).toEqual([{ name: 'a', value: '1' }]);
    expect(problems).toMatchObject([{ code: 'malformed-file', at: { line: 2 } }]);
  });

  it('refuse what is no object', () => {
    expect(() => parseFact(localConfig, 'hello')).toThrow('is no JSON');
    expect(() => parseFact(mergedFeatures, '{"a": 1}')).toThrow('has no blocks');
  });
});
