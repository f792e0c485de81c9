import { expect, it } from 'vitest';

import { loadDomain } from '../cli/domain.ts';
import { answerSources } from '../engine/run/answer.ts';

const domain = loadDomain();

async function kindOf(files: Readonly<Record<string, string>>): Promise<string | undefined> {
  const request = { command: 'analyze', profile: 'auto', only: [], skip: [] } as const;
  const { reports } = await answerSources([{ kind: 'memory', name: 'test', files }], request, domain);
  return reports[0]?.bundle.kind;
}

const UNAME = 'Linux db-01 5.14.0-427.el9.x86_64 #1 SMP x86_64 GNU/Linux\n';
const OF_AGENT = {
  'db-01/var/log/microsoft/mdatp/install.log': 'postinstall end\n',
  'db-01/usr/lib/os-release': 'ID=rhel\nVERSION_ID="9.4"\n',
};

it('folders of the agent alone are an archive of mdatp diagnostic', async () => {
  expect(await kindOf(OF_AGENT)).toBe('mdatp-diagnostic');
});

it('outputs of commands beside the folders of the agent make them plain files', async () => {
  expect(await kindOf({ ...OF_AGENT, 'db-01/uname-a.txt': UNAME })).toBe('plain');
});

it('outputs of commands beside mde.xml stay with the client analyzer', async () => {
  expect(await kindOf({ 'mde.xml': '<mdatp/>', 'uname.txt': UNAME })).toBe('client-analyzer');
});
