import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { kspliceOnOl79 } from './ksplice-on-ol79.ts';

const ol = (version: string): string => `ID="ol"\nNAME="Oracle Linux Server"\nVERSION_ID="${version}"\n`;
const PACKAGES =
  'mdatp-101.24042.0002-1.x86_64\nglibc-2.17-326.0.9.el7_9.x86_64\nkernel-uek-5.4.17-2136.el7uek.x86_64\n';

testAnalyzer(kspliceOnOl79, {
  found: [
    {
      name: 'its client is installed, and a patch is loaded',
      files: {
        'os-release': ol('7.9'),
        'rpm-qa.txt': `${PACKAGES}uptrack-1.2.83-0.el7.noarch\n`,
        'lsmod.txt':
          'Module                  Size  Used by\nksplice_6iwjgw5c_vmlinux_new    42310  0\next4 800000 1\n',
      },
      findings: [
        {
          text: 'Oracle Linux Server 7.9 has Ksplice (uptrack), which patches its kernel while the agent runs',
          at: ['os-release:3', 'rpm-qa.txt:4', 'lsmod.txt:2'],
          severity: 'high',
        },
      ],
    },
  ],
  clean: [{ name: 'no Ksplice', files: { 'os-release': ol('7.9'), 'rpm-qa.txt': PACKAGES } }],
  blocked: [
    {
      name: 'nothing tells what is installed',
      files: { 'os-release': ol('7.9'), 'mde_user.txt': 'uid=997(mdatp) gid=997(mdatp)\n' },
      reason: 'Nothing tells whether Ksplice is installed.',
    },
  ],
  notApplicable: [
    {
      name: 'another release',
      files: { 'os-release': ol('8.8'), 'rpm-qa.txt': `${PACKAGES}uptrack-1.2.83-0.el8.noarch\n` },
      reason: 'Oracle Linux Server 8.8 is not known to be harmed by Ksplice.',
    },
  ],
});
