import { cite, defineAnalyzer } from '../../engine/api/index.ts';
import { mdatpUser } from '../../facts/mdatp/mdatp-user.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

export const missingMdatpUser = defineAnalyzer({
  id: 'install/missing-mdatp-user',
  title: 'User mdatp missing',
  why: 'The engine runs as the user mdatp; without it the unprivileged daemon does not start.',
  severity: 'critical',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { user: mdatpUser },
  messages: { missing: 'There is no user mdatp on the host' },
  remediation: {
    steps: ['Create the system user without a home and without a shell.', 'Restart the service.'],
    commands: [
      {
        command: 'sudo useradd --system --no-create-home --user-group --shell /usr/sbin/nologin mdatp',
        risk: 'changes-host',
      },
      { command: 'sudo systemctl restart mdatp', risk: 'disruptive' },
    ],
    links: [links.serviceTrouble],
  },
  sources: [{ document: 'linux-support-install', date: '2025-01' }],

  evaluate: ({ user }) => (user.missing ? [{ message: 'missing', evidence: [cite(user.missing)] }] : []),
});
