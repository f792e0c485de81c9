import { HEALTH } from './places.ts';
import { addAfter, inEach, replaceLine, type Plant } from './plants.ts';

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
        replaceLine('auditd_info.txt', 'enabled 1', 'enabled 2'),
        addAfter('auditd_info.txt', '-w /etc/passwd', '-a always,exit -F arch=b64 -S execve -F key=mdatp'),
      ],
    },
  },
];
