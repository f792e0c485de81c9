import { describe, expect, it } from 'vitest';
import { factInBundle } from '../../test/harness/fact-in-bundle.ts';
import { agentTraces } from './agent-traces.ts';

async function tracesOf(files: Readonly<Record<string, string>>): Promise<readonly unknown[] | undefined> {
  const found = await factInBundle(agentTraces, files);
  return found?.traces.map(({ what, at }) => [
    what,
    at.line === undefined ? at.entry : `${at.entry}:${at.line}`,
  ]);
}

describe('mdatp.agent-traces', () => {
  it('names what an agent left behind', async () => {
    const files = {
      'installed-debs':
        'Desired=Unknown/Install/Remove/Purge/Hold\nrc  mdatp  101.25062.0003  amd64  Defender\nii  bash  5.1  amd64  shell\n',
      'systemctl_list-unit-files': 'UNIT FILE STATE PRESET\nmdatp.service enabled enabled\n',
      'etc/passwd': 'root:x:0:0::/root:/bin/bash\nmdatp:x:997:995::/home/mdatp:/usr/sbin/nologin\n',
    };
    expect(await tracesOf(files)).toEqual([
      ['the package mdatp in state rc', 'installed-debs:2'],
      ['the unit mdatp.service', 'systemctl_list-unit-files:2'],
      ['the user mdatp', 'etc/passwd:2'],
    ]);
  });

  it('takes the word of the client analyzer for a trace', async () => {
    const xml = '<mdatp><device_info>\n<MDATP_Status>Not Installed</MDATP_Status></device_info></mdatp>';
    expect(await tracesOf({ 'mde.xml': xml })).toEqual([['a run of the client analyzer', 'mde.xml:2']]);
  });

  it('does not take a unit that another one only asks for', async () => {
    const units =
      '  UNIT LOAD ACTIVE SUB DESCRIPTION\n● mdatp.service not-found inactive dead mdatp.service\n';
    expect(await tracesOf({ 'systemctl_list-units': units })).toEqual([]);
  });
});
