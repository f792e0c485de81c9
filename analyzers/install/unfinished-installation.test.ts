import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { unfinishedInstallation } from './unfinished-installation.ts';

const step = (name: string, second: number): string =>
  `${name} [2026-03-14 07:04:0${second}OURCE +0000] 102216\n`;

const GOOD = [
  step('preinstall begin', 1),
  step('preinstall end', 2),
  step('postinstall begin', 3),
  step('postinstall end', 4),
].join('');
const LOG = 'var/log/microsoft/mdatp/install.log';
const message = (text: string): string => `Mar 14 07:04:09 db-01 microsoft-mdatp-installer[102243]: ${text}`;

testAnalyzer(unfinishedInstallation, {
  found: [
    {
      name: 'the last script began and did not end',
      files: {
        [LOG]: [step('preinstall begin', 1), step('preinstall end', 2), step('postinstall begin', 3)].join(
          '',
        ),
      },
      findings: [
        {
          text: 'The installation that began at 2026-03-14T07:04:03Z did not come to the end of its last script',
          at: [`${LOG}:3`],
          severity: 'high',
        },
      ],
    },
    {
      name: 'an update after a good installation stopped early',
      files: { [LOG]: `${GOOD}${step('preinstall begin', 7)}${step('preinstall end', 8)}` },
      findings: [
        {
          text: 'The installation that began at 2026-03-14T07:04:07Z did not come to the end of its last script',
          at: [`${LOG}:5`, `${LOG}:6`],
        },
      ],
    },
    {
      name: 'only the log of the host tells',
      files: { 'var/log/messages': message(step('preinstall begin', 1)) },
      findings: [
        {
          text: 'The installation that began at 2026-03-14T07:04:01Z did not come to the end of its last script',
          at: ['var/log/messages:1'],
        },
      ],
    },
  ],
  clean: [
    { name: 'it ended', files: { [LOG]: GOOD } },
    {
      name: 'an update whose old package was removed last, as rpm does it',
      files: { [LOG]: `${GOOD}${step('preuninstall begin', 5)}${step('preuninstall end', 6)}` },
    },
    {
      name: 'a first try that failed and a second that did not',
      files: { [LOG]: `${step('preinstall begin', 0)}${GOOD}` },
    },
    {
      name: 'the end is in the newer of two logs',
      files: {
        'var/log/messages': message(step('postinstall end', 4)),
        'var/log/messages.1': message(step('postinstall begin', 3)),
      },
    },
  ],
  blocked: [
    {
      name: 'no log at all',
      files: { 'mde.xml': '<mdatp/>' },
      reason: 'No log of an installation is in the bundle.',
    },
    {
      name: 'logs of the host that tell of no installation',
      files: {
        'var/log/messages': 'Mar 14 07:04:09 db-01 sshd[9]: Server listening\n',
        'etc/opt/microsoft/mdatp/wdavcfg': '{}',
      },
      reason: 'No log of an installation is in the bundle.',
    },
  ],
});
