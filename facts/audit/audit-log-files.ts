import { entriesFact, type EntryPath } from '../../engine/api/index.ts';
import { auditLogs } from '../log-places.ts';

export interface AuditLogFile {
  readonly entry: EntryPath;
  /** Place in the order of rotation: 0 is the log that is written, 1 the newest before it. */
  readonly rotation: number;
  /** When it was last written: ISO 8601, UTC. */
  readonly modified: string;
}

export interface AuditLogFiles {
  /** Those whose time the archive keeps, newest first. */
  readonly files: readonly AuditLogFile[];
}

// audit.log · audit.log.3 · audit.log.3.gz
const NAME = /(?:^|\/)audit\.log(?:\.(?<rotation>\d{1,4}))?(?:\.(?:gz|xz|bz2|zst))?$/u;

/** The logs of the audit daemon, by their names and the times at which they were last written. */
export const auditLogFiles = entriesFact<AuditLogFiles>({
  name: 'audit.log-files',
  describes: 'Logs of the audit daemon and when each was last written',
  collect: { title: 'audit logs', command: 'sudo tar czf audit-logs.tar.gz /var/log/audit' },
  from: auditLogs,
  read(entries): AuditLogFiles {
    const files = [...entries].flatMap(({ path, kind, modified }) => {
      const found = NAME.exec(path);
      if (!found || kind !== 'file' || !modified) return [];
      const rotation = Number(found.groups?.['rotation'] ?? 0);
      return [{ entry: path, rotation, modified: modified.toISOString() }];
    });
    return { files: files.toSorted((a, b) => a.rotation - b.rotation) };
  },
});
