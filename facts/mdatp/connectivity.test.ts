import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { connectivity, type Connectivity, type Endpoint } from './connectivity.ts';

const parse = (text: string): Connectivity => parseFact<Connectivity>(connectivity, text).value;
const values = (text: string): readonly Endpoint[] => parse(text).endpoints.map(({ value }) => value);

describe('mdatp.connectivity', () => {
  it('reads an endpoint that was reached', () => {
    expect(
      parse('Testing connection with https://x.cp.wd.microsoft.com/api/report ... [OK]\n').endpoints,
    ).toEqual([
      {
        value: {
          url: 'https://x.cp.wd.microsoft.com/api/report',
          host: 'x.cp.wd.microsoft.com',
          ok: true,
          detail: 'OK',
          class: 'av',
        },
        at: { entry: 'file', line: 1 },
      },
    ]);
  });

  it('adds the lines behind an endpoint to it', () => {
    const [first, second] = values(
      'Testing connection with https://winatp-gw-weu.microsoft.com/test ... [ERROR]\n  curl error 35: SSL connect error\nTesting connection with https://v20.events.data.microsoft.com/ping ... [FAIL HTTP status 407]\n',
    );
    expect(first).toMatchObject({
      ok: false,
      detail: 'ERROR; curl error 35: SSL connect error',
      curlError: 35,
      class: 'edr-cnc',
    });
    expect(second).toMatchObject({ ok: false, httpStatus: 407, class: 'edr-telemetry' });
  });

  it('reads the test of an installation report', () => {
    const { endpoints } = parse(
      '{"installation_report": {\n"connectivitytest": {\n"https://packages.microsoft.com/": "[OK]",\n"https://go.microsoft.com/": "[ERROR] curl: (60) certificate"}}}',
    );
    expect(endpoints.map(({ value, at }) => [value.host, value.ok, value.curlError, at.line])).toEqual([
      ['packages.microsoft.com', true, undefined, 3],
      ['go.microsoft.com', false, 60, 4],
    ]);
  });

  it('is not collected where the report holds no test', () => {
    expect(() => parse('{"installation_report": {}}')).toThrow('holds no connectivity test');
  });

  it('refuses another text', () => {
    expect(() => parse('hello\n')).toThrow('tests no connection');
  });
});
