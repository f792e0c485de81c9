import { cannotTell, cite, defineAnalyzer } from '../../engine/api/index.ts';
import { diskSpace, filesystemOf } from '../../facts/storage/disk-space.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { byteText } from './byte-text.ts';
import { filesystemId } from './filesystem-id.ts';
import { ampleFree, fullPercent } from './thresholds.ts';

const LOG_FOLDERS = ['/var/log', '/var/log/audit'];

export const logFilesystemFull = defineAnalyzer({
  id: 'sizing/log-filesystem-full',
  title: 'File system of the logs full',
  why: 'Logs of the agent and of audit are lost, and auditd may stop or halt the host when it cannot write.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { disk: diskSpace },
  messages: { full: 'The file system of {folder} is {percent} % full with {free} left' },
  remediation: {
    steps: [
      'Find the logs that fill the file system, and rotate or move them.',
      'Limit their size: logrotate for syslog, max_log_file and num_logs for auditd, SystemMaxUse for the journal.',
      'Enlarge the file system where the logs are needed.',
    ],
    commands: [
      { command: 'sudo du -xh --max-depth=2 /var/log | sort -h | tail -20', risk: 'safe' },
      { command: 'sudo journalctl --vacuum-size=500M', risk: 'changes-host' },
    ],
    links: [links.performance],
  },
  sources: [
    { document: 'linux-support-perf', date: '2025-01' },
    { document: 'auditd.conf(5)', date: '2024-05' },
  ],

  evaluate({ disk }, { threshold }) {
    const held = LOG_FOLDERS.flatMap((folder) => {
      const row = filesystemOf(disk, folder);
      return row ? [{ folder, row }] : [];
    });
    if (held.length === 0) return cannotTell('No file system that could hold the logs is in the list.');
    // The last folder of one file system says most: /var/log/audit before /var/log.
    const byRow = new Map(held.map(({ folder, row }) => [row, folder]));
    return [...byRow]
      .filter(
        ([{ value }]) =>
          value.usedPercent >= threshold(fullPercent) && value.availableBytes < threshold(ampleFree),
      )
      .map(([row, folder]) => {
        const { target, usedPercent: percent, availableBytes } = row.value;
        const params = { folder, percent, free: byteText(availableBytes) };
        return {
          message: 'full',
          params,
          evidence: [cite(row)],
          subject: filesystemId(row.value),
          identity: [target],
        };
      });
  },
});
