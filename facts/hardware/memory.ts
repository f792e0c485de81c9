import { textFact, UnreadableError } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { hostFile, places } from '../places.ts';
import { memoryFields, type Memory } from './memory-fields.ts';
import { memoryOfFree } from './memory-of-free.ts';
import { memoryOfMeminfo } from './memory-of-meminfo.ts';

export type { Memory } from './memory-fields.ts';

/**
 * Memory and swap, as /proc/meminfo or free shows them:
 *
 *   MemTotal:        8009912 kB
 *   MemAvailable:    6820236 kB
 */
export const memory = textFact<Memory>({
  name: 'hardware.memory',
  describes: 'Memory and swap space of the host',
  collect: { title: 'meminfo', command: 'cat /proc/meminfo > meminfo.txt' },
  fields: memoryFields,
  view: { kind: 'fields', title: 'Memory' },
  from: places({ 'client-analyzer': 'meminfo.txt', plain: 'meminfo.txt' }, hostFile('proc/meminfo'), {
    'client-analyzer': 'memory.txt',
    sosreport: ['sos_commands/memory/free', 'free', 'sos_commands/memory/free_-m'],
    supportconfig: [
      'memory.txt!#*free*',
      'basic-health-check.txt!#*free -k',
      'basic-health-check.txt!#*free*',
    ],
    plain: ['memory.txt', 'free', 'free.txt', 'free_-m', 'sos_commands/memory/free'],
  }),
  looksLike: (head) =>
    /^MemTotal:\s+\d+ kB\r?\nMemFree:/u.test(head) || /^\s+total\s+used\s+free\s+shared\s/u.test(head),
  parse(entry): Memory {
    refuseFailedCommand(entry);
    const found = memoryOfMeminfo(entry.lines()) ?? memoryOfFree(entry);
    if (!found) throw new UnreadableError(`${entry.path} tells no size of the memory`);
    return found;
  },
});
