import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { goldenImage } from './golden-image.ts';

const ONBOARD = 'etc/opt/microsoft/mdatp/mdatp_onboard.json';
const INSTALL = 'var/log/microsoft/mdatp/install.log';
const CLOUD = 'var/log/cloud-init.log';
const mark = (when: string, id: string): string =>
  `${when},442 - util.py[DEBUG]: Writing to /var/lib/cloud/instances/${id}/sem/config_ssh - wb: [644] 25 bytes\n`;
const BOOTED = mark('2026-10-01 05:10:31', 'i-0b');
const installed = (date: string): string =>
  `preinstall begin [${date} 07:04:40OURCE +0000] 1\npostinstall end [${date} 07:04:43OURCE +0000] 1\n`;

testAnalyzer(goldenImage, {
  found: [
    {
      name: 'onboarded months before the machine was',
      files: { [CLOUD]: mark('2026-02-01 08:00:00', 'i-0a') + BOOTED, [ONBOARD]: '{}' },
      times: { [ONBOARD]: '2026-02-01T09:00:00Z' },
      findings: [
        {
          text: 'The agent was onboarded on 2026-02-01, before this machine was first started (2026-10-01, i-0b)',
          at: [ONBOARD, `${CLOUD}:2`],
          severity: 'medium',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'onboarded at the first start',
      files: { [CLOUD]: BOOTED, [ONBOARD]: '{}' },
      times: { [ONBOARD]: '2026-10-01T05:12:00Z' },
    },
    {
      name: 'within the tolerance of a day',
      files: { [CLOUD]: BOOTED, [ONBOARD]: '{}' },
      times: { [ONBOARD]: '2026-09-30T12:00:00Z' },
    },
    {
      name: 'installed after the first start',
      files: { [CLOUD]: BOOTED, [INSTALL]: installed('2026-10-02') },
    },
  ],
  blocked: [
    { name: 'no log of cloud-init', files: { [INSTALL]: installed('2026-02-01') } },
    {
      name: 'a log that begins later',
      files: {
        [CLOUD]:
          '2026-11-01 00:00:00,1 - util.py[DEBUG]: Reading from /var/lib/cloud/instances/i-0b/obj.pkl\n',
        [INSTALL]: installed('2026-02-01'),
      },
      reason: 'The log of cloud-init does not reach back to a first start.',
    },
    {
      name: 'installed in the image, and nobody knows when it was onboarded',
      files: { [CLOUD]: BOOTED, [INSTALL]: installed('2026-02-01') },
      reason: 'When the agent was onboarded is not in the bundle.',
    },
  ],
  notApplicable: [
    {
      name: 'a host without the agent',
      files: {
        'mde.xml': '<mdatp><device_info><MDATP_Status>Not Installed</MDATP_Status></device_info></mdatp>',
      },
    },
  ],
});
