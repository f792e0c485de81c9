import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { missingMdatpUser } from './missing-mdatp-user.ts';

testAnalyzer(missingMdatpUser, {
  found: [
    {
      name: 'id knows no such user',
      files: { 'mde.xml': '<mdatp/>', 'mde_user.txt': 'id: ‘mdatp’: no such user\n' },
      findings: [
        { text: 'There is no user mdatp on the host', at: ['mde_user.txt:1'], severity: 'critical' },
      ],
    },
  ],
  clean: [
    {
      name: 'the user exists',
      files: { 'mde.xml': '<mdatp/>', 'mde_user.txt': 'uid=987(mdatp) gid=980(mdatp) groups=980(mdatp)\n' },
    },
  ],
  blocked: [
    { name: 'no output of id', files: { 'mde.xml': '<mdatp/>' }, missing: ['mdatp.user'] },
    {
      name: 'the command was not run',
      files: { 'mde.xml': '<mdatp/>', 'mde_user.txt': 'Could not run commandid mdatp\n' },
      missing: ['mdatp.user'],
    },
  ],
});
