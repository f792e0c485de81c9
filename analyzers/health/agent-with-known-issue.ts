import { cannotTell, citeAll, defineAnalyzer, optional } from '../../engine/api/index.ts';
import { distribution } from '../../facts/host/distribution.ts';
import { uname } from '../../facts/kernel/uname.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { health } from '../../facts/mdatp/health.ts';
import { managedConfig } from '../../facts/mdatp/managed-config.ts';
import { serviceStatus } from '../../facts/mdatp/service-status.ts';
import { mounts } from '../../facts/storage/mounts.ts';
import { agentPresent } from '../applies.ts';
import { knownIssues } from '../knowledge/known-issues.ts';
import { links } from '../links.ts';
import { isAgentVersion } from './agent-release.ts';
import { signsOfIssue } from './signs-of-issue.ts';

export const agentWithKnownIssue = defineAnalyzer({
  id: 'health/agent-with-known-issue',
  aliases: ['exclusions/tag-enrolment-bug'],
  title: 'Agent with a known issue',
  why: 'The makers of the agent describe a fault of this very version, under conditions that this host meets.',
  severity: 'high',
  confidence: 'likely',
  applies: [agentPresent],
  needs: {
    agent,
    health: optional(health),
    kernel: optional(uname),
    system: optional(distribution),
    mounted: optional(mounts),
    managed: optional(managedConfig),
    service: optional(serviceStatus),
  },
  messages: {
    known: 'Agent {version}: {issue}',
    mended: 'Agent {version}: {issue}; mended in {fixedIn}',
  },
  remediation: {
    steps: [
      'Read the note of the release that the finding names.',
      'Update the package mdatp by the package manager of the host; where the finding says how, in that way.',
    ],
    commands: [{ command: 'mdatp health --field app_version', risk: 'safe' }],
    links: [links.releases, links.updates],
  },
  sources: [{ document: 'linux-whatsnew', date: '2025-01' }],
  because: [{ of: 'health/outdated-agent' }],

  evaluate({ agent: { version }, ...facts }, { know, sourceOf }) {
    if (!version) return cannotTell('The version of the agent is not known.', { health });
    if (!isAgentVersion(version.value)) {
      return cannotTell(`${version.value} is no version of the agent for Linux.`);
    }
    return know(knownIssues).flatMap((row) => {
      const signs = signsOfIssue(row, version.value, facts);
      if (!signs) return [];
      const { id, issue, severity, confidence, subject, fixedIn } = row;
      const about = {
        evidence: citeAll([version, ...signs]),
        severity,
        confidence,
        identity: [id],
        sources: sourceOf(knownIssues, row),
        ...(subject ? { subject } : {}),
      };
      const params = { version: version.value, issue };
      return [
        fixedIn === undefined
          ? { ...about, message: 'known' as const, params }
          : { ...about, message: 'mended' as const, params: { ...params, fixedIn } },
      ];
    });
  },
});
