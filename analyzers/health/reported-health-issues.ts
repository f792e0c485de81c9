import { cannotTell, citeAll, defineAnalyzer } from '../../engine/api/index.ts';
import { health } from '../../facts/mdatp/health.ts';
import { agentPresent } from '../applies.ts';
import { healthIssues } from '../knowledge/health-issues.ts';
import { links } from '../links.ts';

/** Characters of an issue that a sentence can bear: one of them goes on with a whole command. */
const MOST_CHARACTERS = 120;
/** Issues that are told one by one; no agent lists so many. */
const MOST_ISSUES = 30;

export const reportedHealthIssues = defineAnalyzer({
  id: 'health/reported-health-issues',
  title: 'Issues that the agent lists about its health',
  why: 'The agent names itself what keeps it from protecting the host.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { health },
  messages: {
    licence: 'The agent lists "{issue}": it was never onboarded, or its build has expired',
    events: 'The agent lists "{issue}": neither eBPF nor audit rules bring it events',
    selinux: 'The agent lists "{issue}": SELinux denied something to it within the last day',
    engine: 'The agent lists "{issue}": its antivirus engine cannot work',
    definitions: 'The agent lists "{issue}": its definitions are not what they should be',
    other: 'The agent lists "{issue}" among the issues of its health',
  },
  remediation: {
    steps: [
      'Licence: look at org_id and product_expiration; onboard the host or update the agent.',
      'Events: load the audit rules by hand and read what the command says, or check what eBPF needs.',
      'SELinux: read the denials of the last day; they end by themselves some time after an installation.',
      'Engine: look for a noexec mount and for missing memory; then update the definitions.',
      'Look at health_issues again afterwards.',
    ],
    commands: [
      { command: 'mdatp health --field health_issues', risk: 'safe' },
      { command: 'sudo augenrules --load', risk: 'changes-host' },
      { command: 'sudo ausearch -m AVC -ts yesterday', risk: 'safe' },
    ],
    links: [links.healthStatus, links.events],
  },
  sources: [{ document: 'health-status', date: '2025-01' }],
  because: [
    { of: 'health/not-onboarded', sameSubject: true },
    { of: 'health/expired-agent', sameSubject: true },
    { of: 'health/engine-not-loaded', sameSubject: true },
    { of: 'health/outdated-definitions', sameSubject: true },
    { of: 'health/failed-definition-update', sameSubject: true },
    { of: 'health/agent-with-known-issue', sameSubject: true },
    { of: 'events/event-provider-fallback', sameSubject: true },
  ],

  evaluate({ health: found }, { know, sourceOf }) {
    const { health_issues: issues, healthy } = found;
    if (!found.printed.has('health_issues')) return cannotTell('The health does not list issues.');
    const rows = know(healthIssues);
    return issues
      .filter(({ value }) => value.trim() !== '')
      .slice(0, MOST_ISSUES)
      .map((issue) => {
        const small = issue.value.toLowerCase();
        const row = rows.find(({ contains }) => small.includes(contains));
        return {
          message: row?.about ?? ('other' as const),
          params: { issue: shortened(issue.value.trim()) },
          evidence: citeAll(healthy ? [issue, healthy] : [issue]),
          identity: [issue.value.trim()],
          ...(row ? { subject: row.about, sources: sourceOf(healthIssues, row) } : {}),
          ...(healthy?.value ? { severity: 'low' as const } : {}),
        };
      });
  },
});

function shortened(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS).trimEnd()}…` : text;
}
