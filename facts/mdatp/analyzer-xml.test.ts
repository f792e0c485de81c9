import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { analyzerXml, type AnalyzerXml } from './analyzer-xml.ts';

const parse = (text: string): AnalyzerXml => parseFact<AnalyzerXml>(analyzerXml, text).value;

const XML = `<?xml version="1.0"?>
<mdatp>
  <general>
    <script_version>1.3.5</script_version>
    <script_run_time>2026-03-14 12:00:01</script_run_time>
  </general>
  <device_info>
    <host_name display_name="Host">web-03.example</host_name>
    <os_kernel_version display_name="Kernel">5.14.0-427.el9.x86_64</os_kernel_version>
    <conflicting_agents display_name="Agents"></conflicting_agents>
    <MDATP_Status display_name="Status">not installed &amp; not running</MDATP_Status>
  </device_info>
  <events>
    <event id="30001"/>
    <event id="31020"><text>x</text></event>
  </events>
</mdatp>
`;

describe('mdatp.analyzer-xml', () => {
  it('gives the fields with the line of their element', () => {
    const value = parse(XML);
    expect(value.scriptVersion).toEqual({ value: '1.3.5', at: { entry: 'file', line: 4 } });
    expect(value.scriptRunTime?.value).toBe('2026-03-14 12:00:01');
    expect(value.hostName).toEqual({ value: 'web-03.example', at: { entry: 'file', line: 8 } });
    expect(value.mdatpStatus?.value).toBe('not installed & not running');
  });

  it('leaves out what is empty', () => {
    expect(parse(XML).conflictingAgents).toBeUndefined();
    expect([...parse(XML).device.keys()]).toEqual(['host_name', 'os_kernel_version', 'MDATP_Status']);
  });

  it('lists the events', () => {
    expect(parse(XML).events).toEqual([
      { value: { id: '30001' }, at: { entry: 'file', line: 14 } },
      { value: { id: '31020' }, at: { entry: 'file', line: 15 } },
    ]);
  });

  it('does not expand entities', () => {
    const value = parse(
      '<!DOCTYPE mdatp [<!ENTITY x "secret">]>\n<mdatp><device_info><host_name>&x;</host_name></device_info></mdatp>',
    );
    expect(value.hostName).toEqual({ value: '&x;', at: { entry: 'file', line: 2 } });
  });

  it('reads a file that ends too early and says so', () => {
    const { value, problems } = parseFact<AnalyzerXml>(
      analyzerXml,
      '<mdatp>\n<device_info>\n<host_name>db-01</host_name>\n',
    );
    expect(value.hostName?.value).toBe('db-01');
    expect(problems).toMatchObject([{ code: 'malformed-file' }]);
  });

  it.each(['<a/>', 'no xml', '<mdatp><__proto__>x</__proto__></mdatp>', `<mdatp>${'<a>'.repeat(5000)}`])(
    'refuses %.40s',
    (text) => {
      expect(() => parse(text)).toThrow(expect.objectContaining({ name: 'UnreadableError' }) as Error);
    },
  );
});
