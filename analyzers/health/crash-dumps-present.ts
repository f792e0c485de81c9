import {
  cannotTell,
  cite,
  citeAll,
  defineAnalyzer,
  optional,
  type Citation,
} from '../../engine/api/index.ts';
import { crashDumps, type CrashDumps } from '../../facts/mdatp/crash-dumps.ts';
import { crashState } from '../../facts/mdatp/crash-state.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

const MOST_PLACES = 3;

export const crashDumpsPresent = defineAnalyzer({
  id: 'health/crash-dumps-present',
  title: 'Crashes of the agent',
  why: 'While the agent starts again the host is not protected, and what crashed once does so again.',
  severity: 'medium',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { dumps: optional(crashDumps), state: optional(crashState) },
  messages: {
    dump: 'The agent left a crash dump: {newest}',
    dumps: 'The agent left {count} crash dumps, the newest of them {newest}',
    counted: 'The agent counts {count} crashes of its own',
  },
  remediation: {
    steps: [
      'Update the package mdatp: many crashes are mended in later builds.',
      'Send dumps and logs to the support where they come again.',
    ],
    commands: [{ command: 'sudo mdatp diagnostic create', risk: 'safe' }],
    links: [links.resources, links.updates],
  },
  sources: [{ document: 'linux-resources', date: '2025-01' }],
  because: [{ of: 'health/agent-with-known-issue', subject: 'crash' }, { of: 'performance/crashed-agent' }],

  evaluate({ dumps, state }) {
    if (!dumps && !state) return cannotTell('Nothing in the bundle would show crashes of the agent.');
    const counted = state?.uploadCount && state.uploadCount.value > 0 ? [state.uploadCount] : [];
    const about = { identity: [] } as const;
    const [newest, ...others] = dumpsCited(dumps);
    if (newest) {
      const evidence = [newest.citation, ...others.map(({ citation }) => citation)] as const;
      const params = { newest: newest.name };
      return others.length === 0
        ? [{ ...about, message: 'dump', params, evidence }]
        : [{ ...about, message: 'dumps', params: { ...params, count: dumps?.dumps.length ?? 0 }, evidence }];
    }
    const [count] = counted;
    return count
      ? [{ ...about, message: 'counted', params: { count: count.value }, evidence: citeAll([count]) }]
      : [];
  },
});

function dumpsCited(
  found: CrashDumps | undefined,
): readonly { readonly name: string; readonly citation: Citation }[] {
  return (found?.dumps ?? []).slice(0, MOST_PLACES).map(({ entry }) => ({
    name: entry.slice(entry.lastIndexOf('/') + 1),
    citation: cite({ entry }),
  }));
}
