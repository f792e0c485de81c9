import { cite, defineAnalyzer, optional, type Citation, type Located } from '../../engine/api/index.ts';
import { health } from '../../facts/mdatp/health.ts';
import { repositories, type MicrosoftRepository } from '../../facts/packages/repositories.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

type Ring = MicrosoftRepository['ring'];

/** What `mdatp health` calls the channel of a repository (linux-install-manually). */
const CHANNEL_OF: Readonly<Record<string, Ring>> = {
  Production: 'prod',
  External: 'insiders-slow',
  InsiderFast: 'insiders-fast',
};

/** Repositories that are shown; more of them prove nothing more. */
const MOST_SHOWN = 5;

export const severalRingsEnabled = defineAnalyzer({
  id: 'platform/several-rings-enabled',
  title: 'Several release channels of the agent',
  why: 'With two channels enabled the newest package wins, so a server may get a preview by an ordinary update.',
  severity: 'low',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { sources: repositories, state: optional(health) },
  messages: {
    several: 'Repositories of several channels are enabled: {rings}',
    differs: 'The agent is of channel {running}, the enabled repository of {enabled}',
  },
  remediation: {
    steps: [
      'Keep the repository of one channel, prod on servers, and disable the others.',
      'Where the agent came from another channel, install it anew from the one that is kept.',
    ],
    commands: [
      { command: 'grep -r packages.microsoft.com /etc/yum.repos.d /etc/zypp/repos.d /etc/apt', risk: 'safe' },
    ],
    links: [links.manualInstallation],
  },
  sources: [{ document: 'linux-install-manually', date: '2025-01' }],

  evaluate({ sources, state }) {
    const enabled = sources.microsoft.filter(({ value }) => value.enabled);
    const rings = [...new Set(enabled.map(({ value }) => value.ring))].sort();
    const [first, ...others] = firstOfEach(enabled);
    if (!first) return [];
    if (others.length > 0) {
      const evidence: readonly [Citation, ...Citation[]] = [
        cite(first),
        ...others.slice(0, MOST_SHOWN).map((one) => cite(one, 'conflicts-with')),
      ];
      return [{ message: 'several', params: { rings: rings.join(', ') }, evidence }];
    }
    const running = state?.release_ring;
    const channel = running && CHANNEL_OF[running.value];
    if (!running || !channel || channel === first.value.ring) return [];
    const params = { running: running.value, enabled: first.value.ring };
    return [{ message: 'differs', params, evidence: [cite(running), cite(first, 'conflicts-with')] }];
  },
});

/** The first repository of each channel. */
function firstOfEach(
  enabled: readonly Located<MicrosoftRepository>[],
): readonly Located<MicrosoftRepository>[] {
  const seen = new Set<Ring>();
  return enabled.filter(({ value }) => !seen.has(value.ring) && seen.add(value.ring));
}
