import { textFact, UnreadableError, type Located } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import type { AuditCount } from './audit-log-statistics.ts';

export interface AuditLogAnalysis {
  readonly keys: readonly Located<AuditCount>[];
  readonly types: readonly Located<AuditCount>[];
  readonly initiators: readonly Located<AuditCount>[];
  readonly paths: readonly Located<AuditCount>[];
}

const row = {
  name: { type: 'string', describes: 'What is counted' },
  count: { type: 'number', describes: 'How often' },
} as const;

/**
 * What the client analyzer counted in the logs of audit:
 *
 *   Top keys:
 *   identity: 14
 */
export const auditLogAnalysis = textFact<AuditLogAnalysis>({
  name: 'audit.log-analysis',
  describes: 'Records in the logs of audit, as the client analyzer counted them',
  collect: { title: 'client analyzer', command: 'sudo ./MDESupportTool -d' },
  fields: {
    keys: { type: 'rows', describes: 'By key', row },
    types: { type: 'rows', describes: 'By type', row },
    initiators: { type: 'rows', describes: 'By program', row },
    paths: { type: 'rows', describes: 'By path', row },
  },
  view: { kind: 'table', title: 'Analysis of the audit logs', rows: 'keys' },
  from: { 'client-analyzer': 'auditd_log_analysis.txt', plain: 'auditd_log_analysis.txt' },
  parse(entry): AuditLogAnalysis {
    refuseFailedCommand(entry);
    const sections = new Map<string, Located<AuditCount>[]>();
    let rows: Located<AuditCount>[] | undefined;
    for (const { text, at } of entry.lines()) {
      const heading = HEADING.exec(text.trim())?.groups?.['what'];
      if (heading !== undefined) sections.set(heading, (rows = []));
      const counted = ROW.exec(text.trim())?.groups;
      if (counted && heading === undefined) {
        rows?.push({ value: { name: counted['name'] ?? '', count: Number(counted['count']) }, at });
      }
    }
    if (sections.size === 0) throw new UnreadableError(`${entry.path} has none of its headings`);
    const of = (what: string): readonly Located<AuditCount>[] => sections.get(what) ?? [];
    return { keys: of('keys'), types: of('types'), initiators: of('initiators'), paths: of('paths') };
  },
});

// Top syscalls by count:
const HEADING = /^Top (?<what>[a-z ]{1,60}):$/u;
// /usr/bin/sudo /etc/sudoers: 6
const ROW = /^(?<name>.{1,500}): (?<count>\d{1,15})$/u;
