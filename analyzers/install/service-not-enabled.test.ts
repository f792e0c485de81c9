import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { serviceNotEnabled } from './service-not-enabled.ts';

const unitFiles = (state: string): string =>
  `UNIT FILE        STATE     PRESET\nmdatp.service    ${state}  disabled\ncron.service enabled enabled\n`;
const LIST = 'sos_commands/systemd/systemctl_list-unit-files';

testAnalyzer(serviceNotEnabled, {
  found: [
    {
      name: 'disabled, by the list of unit files',
      files: { [LIST]: unitFiles('disabled') },
      findings: [
        {
          text: 'The service mdatp is disabled: it does not start with the host',
          at: [`${LIST}:2`],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'masked, by the state of the service',
      files: {
        'service_status.txt':
          '● mdatp.service\n     Loaded: masked (Reason: Unit mdatp.service is masked.)\n     Active: inactive (dead)\n',
      },
      findings: [{ text: 'The service mdatp is masked: nothing can start it', at: ['service_status.txt:2'] }],
    },
  ],
  clean: [
    { name: 'enabled', files: { [LIST]: unitFiles('enabled') } },
    {
      name: 'enabled, whatever the preset of the distribution is',
      files: {
        'service_status.txt':
          '● mdatp.service - x\n     Loaded: loaded (/usr/lib/systemd/system/mdatp.service; enabled; vendor preset: disabled)\n     Active: active (running) since Sat\n',
      },
    },
  ],
  blocked: [
    {
      name: 'upstart does not say it',
      files: { 'service_status.txt': 'mdatp start/running, process 1966\n' },
      reason: 'Whether the service starts with the host is not in the bundle.',
    },
    { name: 'nothing tells of the service', files: { 'mde.xml': '<mdatp/>' } },
  ],
});
