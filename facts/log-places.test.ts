import { describe, expect, it } from 'vitest';

import { loadDomain } from '../cli/domain.ts';
import { answerSources } from '../engine/run/answer.ts';
import { journalOf } from '../test/harness/journal.ts';

const at = 1_790_057_943_123_456;
const journal = journalOf(
  [
    {
      at,
      fields: [
        ['MESSAGE', 'Started session 7'],
        ['SYSLOG_IDENTIFIER', 'systemd'],
        ['_PID', '1'],
      ],
    },
    {
      at: at + 1,
      fields: [
        ['MESSAGE', 'Out of memory: Killed process 4242 (java) total-vm:8123456kB, anon-rss:1kB'],
        ['_TRANSPORT', 'kernel'],
        ['SYSLOG_IDENTIFIER', 'kernel'],
        ['PRIORITY', '3'],
      ],
    },
  ],
  { compact: true, pack: 'zstd' },
);

describe('the places of logs', () => {
  it.each([
    [
      'sos/var/log/journal/5e0f/system.journal',
      { 'sos/sos_commands/kernel/uname_-a': 'Linux db-01 5.15.0 x86_64\n' },
    ],
    ['var/log/journal/5e0f/system@0005.journal~', {}],
    ['system.journal', {}],
  ])('name journals of systemd, which are read as logs are: %s', async (path, others) => {
    const source = { kind: 'memory', name: 'test', files: { ...others, [path]: journal } } as const;
    const request = {
      command: 'facts',
      profile: 'auto',
      only: [],
      skip: [],
      factName: 'kernel.log',
    } as const;
    const { facts } = await answerSources([source], request, loadDomain());
    expect(facts?.[0]).toMatchObject({
      status: 'known',
      value: { oomKills: [{ value: { process: 'java', pid: 4242 }, at: { line: 2 } }] },
      problems: [],
    });
  });
});
