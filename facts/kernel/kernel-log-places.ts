import type { Places } from '../../engine/api/index.ts';
import { JOURNALS } from '../log-places.ts';

/** Where messages of the kernel are, in each kind of bundle. */
export const kernelLogPlaces: Places = {
  'client-analyzer': [
    'dmesg.txt',
    'syslogs.zip!/**',
    'syslog.zip!/**',
    'messagess.zip!/**',
    'messages.zip!/**',
    'kernel_logs.zip!/**',
  ],
  // dmesg_-T holds the same messages as dmesg
  sosreport: [
    'sos_commands/kernel/dmesg',
    'var/log/messages*',
    'var/log/syslog*',
    'var/log/kern.log*',
    ...JOURNALS,
  ],
  supportconfig: ['boot.txt!#*dmesg*', 'messages.txt!#*'],
  plain: [
    'dmesg*',
    'messages*',
    'syslog*',
    'kern.log*',
    'sos_commands/kernel/dmesg',
    'var/log/messages*',
    'var/log/syslog*',
    'var/log/kern.log*',
    '*.journal',
    ...JOURNALS,
    'var/log/dmesg*',
    'syslogs.zip!/**',
    'syslog.zip!/**',
    'messagess.zip!/**',
    'messages.zip!/**',
    'kernel_logs.zip!/**',
  ],
};
