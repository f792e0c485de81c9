import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { healthFields } from './health-fields.ts';
import { health, type Health } from './health.ts';

const parse = (text: string): Health => parseFact<Health>(health, text).value;

const TEXT = `
ATTENTION: No license found. Contact your administrator for help.
healthy                                     : false
health_issues                               : ["missing license","engine v1 not available"]
licensed                                    : false
engine_version                              : "1.1.25060.3000"
app_version                                 : "101.25062.0003"
org_id                                      : unavailable
machine_guid                                : "11111111-2222-3333-4444-555555555555"
product_expiration                          : Apr 10, 2026 at 01:34:28 PM
passive_mode_enabled                        : true[managed]
real_time_protection_enabled                : false [managed]
definitions_updated                         : Mar 14, 2026 at 12:13:17 AM
definitions_updated_minutes_ago             : 159
definitions_status                          : "up_to_date"
edr_configuration_version                   : "30.199999.main.2026.02.10.04-54CD2D
C991"
edr_device_tags                             : [{"key":"GROUP","value":"web"}]
conflicting_applications                    : []
`;

const JSON_TEXT = `{
  "$type": "getHealthAllResult",
  "healthy": false,
  "healthIssues": ["missing license", "engine v1 not available"],
  "licensed": false,
  "engineVersion": "1.1.25060.3000",
  "appVersion": "101.25062.0003",
  "orgId": "unavailable",
  "machineGuid": "11111111-2222-3333-4444-555555555555",
  "productExpiration": "1775828068123",
  "passiveModeEnabled": {"displayValue": true, "isManaged": true, "value": true},
  "realTimeProtectionEnabled": {"displayValue": true, "isManaged": true, "value": false},
  "definitionsUpdated": "1773447197000",
  "definitionsUpdatedMinutesAgo": "159",
  "definitionsStatus": {"$type": "upToDate"},
  "edrConfigurationVersion": "30.199999.main.2026.02.10.04-54CD2DC991",
  "edrDeviceTags": [{"key": "GROUP", "value": "web"}],
  "conflictingApplications": [],
  "proxy": {"displayValue": false, "isManaged": false, "value": "None"}
}`;

/** The values of all fields, without their places. */
function plainValues(value: Health): Record<string, unknown> {
  const names = [...Object.keys(healthFields), 'managed', 'unavailable'] as (keyof Health)[];
  return Object.fromEntries(
    names
      .map((name) => {
        const found = value[name] as { value: unknown } | readonly { value: unknown }[] | undefined;
        return [name, Array.isArray(found) ? found.map((item: { value: unknown }) => item.value) : found];
      })
      .map(([name, found]) => [
        name,
        found && !Array.isArray(found) ? (found as { value: unknown }).value : found,
      ]),
  );
}

describe('mdatp.health', () => {
  it('gives each field its type and its line', () => {
    const value = parse(TEXT);
    expect(value.healthy).toEqual({ value: false, at: { entry: 'file', line: 3 } });
    expect(value.app_version).toEqual({ value: '101.25062.0003', at: { entry: 'file', line: 7 } });
    expect(value.definitions_updated_minutes_ago?.value).toBe(159);
    expect(value.product_expiration?.value).toBe('2026-04-10T13:34:28Z');
    expect(value.definitions_updated?.value).toBe('2026-03-14T00:13:17Z');
  });

  it('reads lists', () => {
    const value = parse(TEXT);
    expect(value.health_issues.map((issue) => issue.value)).toEqual([
      'missing license',
      'engine v1 not available',
    ]);
    expect(value.edr_device_tags.map((tag) => tag.value)).toEqual(['GROUP=web']);
    expect(value.conflicting_applications).toEqual([]);
  });

  it('names the managed fields, with or without a space before the mark', () => {
    expect(parse(TEXT).managed).toEqual([
      { value: 'passive_mode_enabled', at: { entry: 'file', line: 11 } },
      { value: 'real_time_protection_enabled', at: { entry: 'file', line: 12 } },
    ]);
  });

  it('joins a value that is wrapped', () => {
    expect(parse(TEXT).edr_configuration_version?.value).toBe('30.199999.main.2026.02.10.04-54CD2DC991');
  });

  it('keeps the banner', () => {
    expect(parse(TEXT).banner).toEqual({
      value: 'ATTENTION: No license found. Contact your administrator for help.',
      at: { entry: 'file', line: 2 },
    });
  });

  it('keeps a text that is unavailable, and lists another value that is', () => {
    const value = parse('org_id : unavailable\nhealthy : true\ndefinitions_updated : unavailable\n');
    expect(value.org_id?.value).toBe('unavailable');
    expect(value.definitions_updated).toBeUndefined();
    expect(value.unavailable).toEqual([{ value: 'definitions_updated', at: { entry: 'file', line: 3 } }]);
  });

  it('gives the same values for JSON as for text', () => {
    const fromText = plainValues(parse(TEXT));
    expect(plainValues(parse(JSON_TEXT))).toEqual(fromText);
    expect(plainValues(parse(JSON_TEXT.replaceAll('\n', ' ')))).toEqual(fromText);
  });

  it('places a field of JSON on the line of its key', () => {
    expect(parse(JSON_TEXT).passive_mode_enabled).toEqual({ value: true, at: { entry: 'file', line: 11 } });
  });

  it('keeps a hidden field apart', () => {
    const value = parse(JSON_TEXT);
    expect(value.proxy).toBeUndefined();
    expect(value.other.get('proxy')?.value).toBe('None');
  });

  it('reads the health block of mdatp_config.txt and no other', () => {
    const value = parse(
      'Output of mdatp health\nMDE HEALTH\n\n{\n "healthy": true,\n "appVersion": "101.25062.0003"\n}\n\nMANAGED CONFIGURATIONS\n\n{\n "licensed": false\n}\n',
    );
    expect(value.healthy).toEqual({ value: true, at: { entry: 'file', line: 5 } });
    expect(value.licensed).toBeUndefined();
  });

  it('takes the summary of the client analyzer for what it copies', () => {
    const { value, problems } = parseFact<Health>(
      health,
      `<?xml version="1.0"?>
<mdatp>
  <device_info>
    <org_id display_name="Organization ID">0f9b3a52-0000-4000-8000-00000000000a</org_id>
    <sense_version display_name="Sense Version">101.25062.0003</sense_version>
    <real_time_protection_enabled display_name="AV Real Time Protection Enabled">True</real_time_protection_enabled>
    <release_ring display_name="MDE Release Ring Name"></release_ring>
    <healthy display_name="Healthy">False</healthy>
  </device_info>
</mdatp>
`,
    );
    expect(value.healthy).toEqual({ value: false, at: { entry: 'file', line: 8 } });
    expect(value.app_version?.value).toBe('101.25062.0003');
    expect(value.real_time_protection_enabled?.value).toBe(true);
    expect(value.release_ring).toBeUndefined();
    expect(value.licensed).toBeUndefined();
    expect(problems).toEqual([]);
  });

  it('is not collected where the client analyzer found no agent', () => {
    const text = '<mdatp><device_info><MDATP_Status>Not Installed</MDATP_Status></device_info></mdatp>';
    expect(() => parse(text)).toThrow('without the agent');
  });

  it('leaves the details of one part to other facts', () => {
    expect(() => parse('definitions_status : "up_to_date"\ndefinitions_update_fail_reason : ""\n')).toThrow(
      expect.objectContaining({ name: 'NotCollectedError' }) as Error,
    );
  });

  it('knows the keys of old agents', () => {
    const value = parse('healthy                 : true\nrealTimeProtectionEnabled : true\norgId : "abc"\n');
    expect(value.real_time_protection_enabled?.value).toBe(true);
    expect(value.org_id?.value).toBe('abc');
  });

  it('keeps fields it does not know', () => {
    const value = parse('healthy : true\nbrand_new_field : "x"\n__proto__ : "y"\n');
    expect(value.other.get('brand_new_field')).toEqual({ value: 'x', at: { entry: 'file', line: 2 } });
  });

  it('notes a value of the wrong type and goes on', () => {
    const { value, problems } = parseFact<Health>(health, 'healthy : perhaps\nlicensed : true\n');
    expect(value.healthy).toBeUndefined();
    expect(value.licensed?.value).toBe(true);
    expect(problems).toEqual([
      { code: 'malformed-line', detail: 'healthy is no boolean: perhaps', at: { entry: 'file', line: 1 } },
    ]);
  });

  it('reads JSON up to where it is damaged', () => {
    const { value, problems } = parseFact<Health>(health, '{"healthy": true,\n"licensed": fal');
    expect(value.healthy?.value).toBe(true);
    expect(problems).toMatchObject([{ code: 'malformed-file', at: { line: 2 } }]);
  });

  it.each(['Could not connect to the daemon\n', 'sudo: mdatp: command not found\n', '\n'])(
    'is not collected: %j',
    (text) => {
      expect(() => parse(text)).toThrow(expect.objectContaining({ name: 'NotCollectedError' }) as Error);
    },
  );

  it('refuses a text without fields', () => {
    expect(() => parse('all is well\n')).toThrow('names no field');
  });

  it('is told by its content', () => {
    const { plan } = health;
    if (plan.kind !== 'text') throw new Error('no text fact');
    expect(plan.looksLike?.(TEXT)).toBe(true);
    expect(plan.looksLike?.(JSON_TEXT)).toBe(true);
    expect(plan.looksLike?.('version: 1\nhealthy: yes\n')).toBe(false);
  });
});
