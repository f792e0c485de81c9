import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { missingServiceUnit } from './missing-service-unit.ts';

const LIST = 'sos_commands/systemd/systemctl_list-unit-files';
const OTHERS = 'UNIT FILE STATE PRESET\ncron.service enabled enabled\nsshd.service enabled enabled\n';
const RPMS = 'mdatp-101.26062.0007-1.x86_64\n';

testAnalyzer(missingServiceUnit, {
  found: [
    {
      name: 'systemctl does not find it',
      files: {
        'service_status.txt': 'Unit mdatp.service could not be found.\n',
        'health.txt': 'healthy : true\napp_version : "101.26062.0007"\n',
        'mde_user.txt': 'uid=997(mdatp) gid=995(mdatp)\n',
      },
      findings: [
        {
          text: 'The agent is installed and systemd knows no service mdatp',
          at: ['service_status.txt:1', 'health.txt:2'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'the list of unit files lacks it',
      files: { 'installed-rpms': RPMS, [LIST]: OTHERS },
      findings: [
        {
          text: 'The agent is installed and mdatp.service is not among 2 unit files',
          at: ['absent: mdatp.service', 'installed-rpms:1'],
          severity: 'high',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'it is listed',
      files: { 'installed-rpms': RPMS, [LIST]: `${OTHERS}mdatp.service disabled disabled\n` },
    },
    {
      name: 'its service has a state',
      files: {
        'installed-rpms': RPMS,
        'sos_commands/systemd/systemctl_list-units_--all':
          '  mdatp.service loaded active running Microsoft Defender\n',
      },
    },
    {
      name: 'the unit file itself is in the bundle',
      files: {
        'service_file.txt': '[Service]\nExecStart=/opt/microsoft/mdatp/sbin/wdavdaemon\n',
        'installed-rpms': RPMS,
      },
    },
  ],
  blocked: [
    {
      name: 'nothing tells of units',
      files: { 'installed-rpms': RPMS },
      reason: 'Neither the service nor the unit files are in the bundle.',
    },
    {
      name: 'a host that may never have had the agent',
      files: { [LIST]: OTHERS },
      reason: 'Whether the agent is installed is not in the bundle.',
    },
  ],
  notApplicable: [
    {
      name: 'RHEL 6 has no units',
      files: { 'redhat-release': 'CentOS release 6.9 (Final)\n', 'installed-rpms': RPMS },
      reason: 'RHEL and CentOS 6 have rules of their own.',
    },
  ],
});
