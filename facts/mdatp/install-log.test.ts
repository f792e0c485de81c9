import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { installLog, type InstallLog } from './install-log.ts';

const parse = (text: string): InstallLog => parseFact<InstallLog>(installLog, text).value;

const BEGIN = 'preinstall\npreinstall begin [2026-03-14 07:04:40OURCE +0000] 102216\n';

describe('mdatp.install-log', () => {
  it('reads the steps of the scripts with their times', () => {
    expect(parse(`${BEGIN}postinstall end [2026-03-14 07:04:43OURCE +0000] 102216\n`).steps).toEqual([
      {
        value: { script: 'preinstall', phase: 'begin', time: '2026-03-14T07:04:40Z' },
        at: { entry: 'file', line: 2 },
      },
      {
        value: { script: 'postinstall', phase: 'end', time: '2026-03-14T07:04:43Z' },
        at: { entry: 'file', line: 3 },
      },
    ]);
  });

  it('reads reports over several lines and on one', () => {
    const { reports } = parse(
      `${BEGIN}            "severity": "W",\n            "code":"FileNotExist",\n            "text":"File BuildInfo not found"\n{"reports":[{"severity":"E","code":"UserCreation","text":"no user"}]}\n`,
    );
    expect(reports).toEqual([
      {
        value: { severity: 'W', code: 'FileNotExist', text: 'File BuildInfo not found' },
        at: { entry: 'file', line: 3 },
      },
      { value: { severity: 'E', code: 'UserCreation', text: 'no user' }, at: { entry: 'file', line: 6 } },
    ]);
  });

  it('reads that a script failed', () => {
    expect(
      parse(`${BEGIN}exit 1\nexit 12\nno exit 1 here\nmicrosoft-mdatp-installer[7]: exit 1\n`).exits,
    ).toEqual([
      { value: 'exit 1', at: { entry: 'file', line: 3 } },
      { value: 'microsoft-mdatp-installer[7]: exit 1', at: { entry: 'file', line: 6 } },
    ]);
  });

  it('refuses the log of another installer', () => {
    expect(() => parse('Installing nginx\ndone\n')).toThrow('tells of no installation');
  });

  it('reads the version and the host that the last report names', () => {
    const first = '{"client":{"appVersion":"101.25102.0003","hostname":"old.example"}}\n';
    const last = '  "client": {\n    "appVersion": "101.26062.0007",\n    "hostname": "web-03.example",\n';
    const { appVersion, hostname } = parse(`${BEGIN}${first}${last}`);
    expect(appVersion).toEqual({ value: '101.26062.0007', at: { entry: 'file', line: 5 } });
    expect(hostname).toEqual({ value: 'web-03.example', at: { entry: 'file', line: 6 } });
    expect(parse(BEGIN).appVersion).toBeUndefined();
  });
});
