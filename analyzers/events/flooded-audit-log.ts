import {
  cannotTell,
  cite,
  defineAnalyzer,
  optional,
  type Citation,
  type Located,
} from '../../engine/api/index.ts';
import { auditLogAnalysis, type AuditLogAnalysis } from '../../facts/audit/audit-log-analysis.ts';
import { auditLogFiles, type AuditLogFiles } from '../../facts/audit/audit-log-files.ts';
import {
  auditLogStatistics,
  type AuditCount,
  type AuditLogStatistics,
} from '../../facts/audit/audit-log-statistics.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { health } from '../../facts/mdatp/health.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { auditSeverity, eventProvider } from './event-provider.ts';
import { fewestKeyedRecords, floodPercent, shortestRotation } from './thresholds.ts';

const AGENT_KEYS: readonly string[] = ['mdatp', 'mdatpmbr'];
const MINUTE = 60_000;

export const floodedAuditLog = defineAnalyzer({
  id: 'events/flooded-audit-log',
  title: 'Audit log flooded',
  why: 'What else the log should keep is rotated away, and writing it all costs the host time and space.',
  severity: 'medium',
  confidence: 'likely',
  applies: [agentPresent],
  needs: {
    statistics: optional(auditLogStatistics),
    analysis: optional(auditLogAnalysis),
    files: optional(auditLogFiles),
    health: optional(health),
    agent: optional(agent),
  },
  messages: {
    share: '{percent} % of {count} keyed audit records carry the key of the agent, most of them by {program}',
    rotation: 'The audit log is rotated after {minutes} minutes',
  },
  remediation: {
    steps: [
      'Exclude the programs that make most of the records from audit.',
      'Better: have the agent take its events by eBPF, and remove its rules.',
      'Let auditd keep more: raise max_log_file or num_logs.',
    ],
    commands: [
      { command: 'sudo aureport -x --summary | head', risk: 'safe' },
      { command: 'sudo aureport --key --summary', risk: 'safe' },
      { command: 'sudo ./MDESupportTool exclude -e PROGRAM', risk: 'changes-host' },
    ],
    links: [links.clientAnalyzer, links.ebpfUse],
  },
  sources: [{ document: 'linux-support-perf', date: '2023' }],
  because: [
    { of: 'events/leftover-audit-rules' },
    { of: 'conflict/unexcluded-audit-binaries' },
    { of: 'conflict/other-audit-consumers' },
    { of: 'events/too-many-audit-rules' },
  ],

  evaluate({ statistics, analysis, files, health: state, agent: found }, { threshold }) {
    const counted = countedKeys(statistics, analysis);
    if (!counted && !files) {
      return cannotTell('Neither logs of audit nor counts of them are in the bundle.', {
        auditLogStatistics,
      });
    }
    const { own, total = 0, program } = counted ?? {};
    const percent = total === 0 ? 0 : Math.floor(((own?.value.count ?? 0) / total) * 100);
    if (own && total >= threshold(fewestKeyedRecords) && percent > threshold(floodPercent)) {
      const params = { percent, count: total, program: program?.value.name ?? 'a program that is not named' };
      // The first record of the key is often the first of the program, too.
      const context: readonly Citation[] =
        program && program.at.line !== own.at.line ? [cite(program, 'context')] : [];
      return [{ message: 'share', params, evidence: [cite(own), ...context], identity: [] }];
    }
    const fast = fastestRotation(files);
    if (!fast || fast.minutes >= threshold(shortestRotation)) return [];
    const severity = auditSeverity(eventProvider(state, found), 'medium');
    const params = { minutes: fast.minutes };
    return [{ message: 'rotation', params, evidence: fast.evidence, severity, identity: [] }];
  },
});

interface CountedKeys {
  /** The more frequent key of the agent, with the records of both. */
  readonly own: Located<AuditCount> | undefined;
  readonly total: number;
  /** The program behind most of them. */
  readonly program: Located<AuditCount> | undefined;
}

/** By the logs themselves; by what the client analyzer counted where they hold no record with a key. */
function countedKeys(
  statistics: AuditLogStatistics | undefined,
  analysis: AuditLogAnalysis | undefined,
): CountedKeys | undefined {
  if (statistics && (statistics.keyed > 0 || !analysis)) {
    return { ...keysOf(statistics.keys), program: statistics.agentInitiators[0] };
  }
  return analysis && { ...keysOf(analysis.keys), program: analysis.initiators[0] };
}

function keysOf(keys: readonly Located<AuditCount>[]): Pick<CountedKeys, 'own' | 'total'> {
  const total = sum(keys);
  const ofAgent = keys.filter(({ value }) => AGENT_KEYS.includes(value.name));
  const [first] = ofAgent;
  return { total, own: first && { at: first.at, value: { name: first.value.name, count: sum(ofAgent) } } };
}

function sum(counts: readonly Located<AuditCount>[]): number {
  return counts.reduce((all, { value }) => all + value.count, 0);
}

interface Rotation {
  readonly minutes: number;
  readonly evidence: readonly [Citation, Citation];
}

/** The shortest time between two logs that were full. Files of one minute were copied, and their times lost. */
function fastestRotation(files: AuditLogFiles | undefined): Rotation | undefined {
  const full = (files?.files ?? []).filter(({ rotation }) => rotation > 0);
  const pairs = full.flatMap((newer, index) => {
    const older = full[index + 1];
    if (!older || older.rotation !== newer.rotation + 1) return [];
    const minutes = Math.floor((Date.parse(newer.modified) - Date.parse(older.modified)) / MINUTE);
    return minutes < 1 ? [] : [{ minutes, evidence: [cite(newer), cite(older)] as const }];
  });
  return pairs.toSorted((a, b) => a.minutes - b.minutes)[0];
}
