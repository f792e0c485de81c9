import { cannotTell, cite, defineAnalyzer, optional } from '../../engine/api/index.ts';
import { health } from '../../facts/mdatp/health.ts';
import { fanotifyUsers } from '../../facts/process/fanotify-users.ts';
import { securityProducts } from '../knowledge/security-products.ts';
import { links } from '../links.ts';
import { isSameProgram, subjectOf } from './product-of-program.ts';

export const conflictingApplications = defineAnalyzer({
  id: 'conflict/conflicting-applications',
  title: 'Applications that the agent reports as conflicting',
  why: 'They hold file access in blocking mode, as the agent does; together they can hang the host.',
  severity: 'high',
  confidence: 'certain',
  needs: { health, users: optional(fanotifyUsers) },
  messages: {
    active: 'The agent lists {application} as conflicting',
    passive:
      'The agent lists {application} as conflicting; it is passive, so the two do not block each other',
  },
  remediation: {
    steps: [
      'Find out what the named application is for.',
      'Stop or remove it, or run the antivirus of the agent in passive mode.',
    ],
    commands: [{ command: 'mdatp health --field conflicting_applications', risk: 'safe' }],
    links: [links.requirements, links.enforcementLevel],
  },
  sources: [{ document: 'microsoft-defender-endpoint-linux', date: '2024-02' }],
  because: [
    { of: 'conflict/fapolicyd-active', sameSubject: true },
    { of: 'conflict/clamav-on-access', sameSubject: true },
    { of: 'conflict/active-beside-other-antivirus', sameSubject: true },
    { of: 'conflict/third-party-protection', sameSubject: true },
  ],
  supersedes: ['conflict/other-fanotify-user', 'performance/foreign-fanotify-taint'],

  evaluate({ health: found, users }, { know }) {
    const listed = found.conflicting_applications;
    if (!found.printed.has('conflicting_applications')) {
      return cannotTell('The health output does not name conflicting applications.');
    }
    const passive = found.passive_mode_enabled?.value === true;
    return listed.map((application) => {
      const program = baseName(application.value);
      const user = users?.users.find(({ value }) => isSameProgram(value.command, program));
      return {
        message: passive ? ('passive' as const) : ('active' as const),
        params: { application: application.value },
        evidence: user
          ? ([cite(application), cite(user, 'context')] as const)
          : ([cite(application)] as const),
        subject: subjectOf(program, know(securityProducts)),
        identity: [program],
        ...(passive ? { severity: 'low' as const } : {}),
      };
    });
  },
});

/** `/usr/sbin/fapolicyd [1234]` → `fapolicyd` */
function baseName(application: string): string {
  const path = application.trim().split(/[\s[(]/u)[0] ?? application;
  return path.slice(path.lastIndexOf('/') + 1);
}
