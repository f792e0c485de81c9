import { cannotTell, cite, defineAnalyzer } from '../../engine/api/index.ts';
import { collectionTime } from '../../facts/bundle/collection-time.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { health } from '../../facts/mdatp/health.ts';
import { agentPresent } from '../applies.ts';
import { releases } from '../knowledge/releases.ts';
import { links } from '../links.ts';
import { isAgentVersion, latestBefore, newerBuilds } from './agent-release.ts';

/** The newest build and the two before it get help. */
const BUILDS_BEFORE = 2;
/** Releases come every month or two: without one so long before the collection, the list has a gap there. */
const GAP_MS = 75 * 24 * 60 * 60 * 1000;

const SOURCES = [{ document: 'microsoft-defender-endpoint-linux', date: '2024-02' }] as const;

export const outdatedAgent = defineAnalyzer({
  id: 'health/outdated-agent',
  title: 'Agent older than the supported releases',
  why: 'Support helps an agent older than the two releases before the newest with its update, and with nothing else.',
  severity: 'medium',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { agent },
  messages: {
    behind: 'Agent {version} is at least {count} releases behind {newest}, which was out by {collected}',
  },
  remediation: {
    steps: [
      'Update the package mdatp by the package manager of the host.',
      'Let updates run by a schedule, first on a few hosts and then on all.',
    ],
    commands: [{ command: 'mdatp health --field app_version', risk: 'safe' }],
    links: [links.updates, links.releases],
  },
  sources: SOURCES,
  // The source of the packages is one of the endpoints that serve the antivirus.
  because: [
    { of: 'platform/rhel6-end-of-support' },
    { of: 'sizing/too-little-disk-for-agent' },
    { of: 'connectivity/authenticated-proxy' },
    { of: 'connectivity/unreachable-endpoints', subject: 'av' },
  ],

  evaluate({ agent: { version } }, { collectedAt, know, sourceOf }) {
    if (!version) return cannotTell('The version of the agent is not known.', { health });
    if (!isAgentVersion(version.value)) {
      return cannotTell(`${version.value} is no version of the agent for Linux.`);
    }
    if (!collectedAt) return cannotTell('Nothing tells when the bundle was collected.', { collectionTime });
    const rows = know(releases);
    const [newest, ...others] = newerBuilds(version.value, rows, collectedAt);
    const count = newest ? others.length + 1 : 0;
    if (newest && count > BUILDS_BEFORE) {
      const collected = collectedAt.toISOString().slice(0, 10);
      return [
        {
          message: 'behind',
          params: { version: version.value, count, newest: newest.version, collected },
          evidence: [cite(version)],
          identity: [version.value],
          sources: [...SOURCES, ...sourceOf(releases, newest)],
        },
      ];
    }
    return collectedAt.getTime() - latestBefore(collectedAt, rows) > GAP_MS
      ? cannotTell('The list of releases has none from the months before the bundle was collected.')
      : [];
  },
});
