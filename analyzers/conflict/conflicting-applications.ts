import { cannotTell, cite, defineAnalyzer } from '../../engine/api/index.ts';
import { health } from '../../facts/mdatp/health.ts';
import { links } from '../links.ts';

export const conflictingApplications = defineAnalyzer({
  id: 'conflict/conflicting-applications',
  title: 'Applications that the agent reports as conflicting',
  why: 'They hold file access in blocking mode, as the agent does; together they can hang the host.',
  severity: 'high',
  confidence: 'certain',
  needs: { health },
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
  because: [{ of: 'conflict/fapolicyd-active', sameSubject: true }],

  evaluate({ health: found }) {
    const listed = found.conflicting_applications;
    if (!found.printed.has('conflicting_applications')) {
      return cannotTell('The health output does not name conflicting applications.');
    }
    const passive = found.passive_mode_enabled?.value === true;
    return listed.map((application) => ({
      message: passive ? ('passive' as const) : ('active' as const),
      params: { application: String(application.value) },
      evidence: [cite(application)] as const,
      subject: baseName(String(application.value)),
      identity: [String(application.value)],
      ...(passive ? { severity: 'low' as const } : {}),
    }));
  },
});

/** `/usr/sbin/fapolicyd [1234]` → `fapolicyd` */
function baseName(application: string): string {
  const path = application.trim().split(/[\s[(]/u)[0] ?? application;
  return path.slice(path.lastIndexOf('/') + 1);
}
