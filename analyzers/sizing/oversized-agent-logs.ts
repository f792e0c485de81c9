import { cannotTell, cite, defineAnalyzer, type Citation } from '../../engine/api/index.ts';
import { health } from '../../facts/mdatp/health.ts';
import { logFolder } from '../../facts/mdatp/log-folder.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { byteText } from './byte-text.ts';
import { largeAgentLogs } from './thresholds.ts';

/** Levels above info, as `mdatp log level` names them. */
const DETAILED = ['debug', 'verbose', 'trace'];
/** Logs that are shown beside the level. */
const MOST_SHOWN = 4;

export const oversizedAgentLogs = defineAnalyzer({
  id: 'sizing/oversized-agent-logs',
  title: 'Oversized logs of the agent',
  why: 'Detailed logs fill /var, cost processor time, and push the entries that a support case needs out of rotation.',
  severity: 'low',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { state: health, logs: logFolder },
  messages: { large: 'The logs of the agent take {size} at level {level}' },
  remediation: {
    steps: [
      'Set the level back to info, unless a support case needs it now.',
      'Limit size and number of the rotated files.',
      'Remove old rotated logs after they were collected.',
    ],
    commands: [{ command: 'sudo mdatp log level set --level info', risk: 'changes-host' }],
    links: [links.supportedCommands],
  },
  sources: [{ document: 'linux-resources', date: '2025-01' }],
  because: [{ of: 'health/verbose-log-level' }],

  evaluate({ state, logs }, { threshold }) {
    const level = state.log_level;
    if (!level || level.value === 'unavailable') return cannotTell('The log level is not in the bundle.');
    if (!DETAILED.includes(level.value.toLowerCase()) || logs.bytes < threshold(largeAgentLogs)) return [];
    const evidence: readonly [Citation, ...Citation[]] = [
      cite(level),
      ...logs.largest.slice(0, MOST_SHOWN).map(({ at }) => cite(at, 'context')),
    ];
    const params = { size: byteText(logs.bytes), level: level.value };
    return [{ message: 'large', params, evidence, identity: [] }];
  },
});
