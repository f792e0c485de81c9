import { AUDIT_STATUS, HEALTH } from './places.ts';
import { addAfter, inEach, replaceLine, replaceText, type Edit, type Plant } from './plants.ts';

const AGENT_RULE = '-a always,exit -F arch=b64 -S execve -F key=mdatp';

const locked = (path: string): Edit => replaceLine(path, /^enabled 1$/u, 'enabled 2');

export const eventsPlants: readonly Plant[] = [
  {
    analyzer: 'events/event-provider-fallback',
    in: inEach(HEALTH, (path) =>
      replaceLine(
        path,
        'supplementary_events_subsystem',
        'supplementary_events_subsystem              : "netlink"',
      ),
    ),
  },
  {
    analyzer: 'events/immutable-audit',
    name: 'with rules of the agent',
    in: {
      'client-analyzer': [
        locked(AUDIT_STATUS['client-analyzer']),
        replaceText(
          'auditd_info.txt',
          'sudo auditctl -l\n================\n',
          `sudo auditctl -l\n================\n${AGENT_RULE}\n`,
        ),
      ],
      sosreport: [
        locked(AUDIT_STATUS.sosreport),
        addAfter('sos_commands/auditd/auditctl_-l', 'scope', AGENT_RULE),
      ],
      supportconfig: [
        locked(AUDIT_STATUS.supportconfig),
        addAfter('security-audit.txt', '# /sbin/auditctl -l', AGENT_RULE),
      ],
      plain: [locked(AUDIT_STATUS.plain), addAfter('auditctl-l.txt', 'identity', AGENT_RULE)],
    },
  },
];
