import { textFact, UnreadableError, type Located } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { hostFile, places } from '../places.ts';

export interface Lockdown {
  readonly mode: Located<string>;
}

/**
 * Which mode of lockdown the kernel is in; the one in brackets counts:
 *
 *   none [integrity] confidentiality
 */
export const lockdown = textFact<Lockdown>({
  name: 'kernel.lockdown',
  describes: 'Lockdown mode of the kernel',
  collect: { title: 'lockdown', command: 'cat /sys/kernel/security/lockdown > kernel_lockdown.txt' },
  fields: {
    mode: { type: 'string', describes: 'Mode', oneOf: ['none', 'integrity', 'confidentiality'] },
  },
  view: { kind: 'fields', title: 'Kernel lockdown' },
  from: places(
    { 'client-analyzer': 'kernel_lockdown.txt', plain: 'kernel_lockdown.txt' },
    hostFile('sys/kernel/security/lockdown'),
    { supportconfig: ['*.txt!#*/security/lockdown'] },
  ),
  looksLike: (head) => /^\[?none\]? \[?integrity\]? \[?confidentiality\]?\s*$/u.test(head),
  parse(entry): Lockdown {
    refuseFailedCommand(entry);
    for (const { text, at } of entry.lines()) {
      const mode = /\[(?<mode>[a-z]+)\]/u.exec(text)?.groups?.['mode'];
      if (mode) return { mode: { value: mode, at } };
    }
    throw new UnreadableError(`${entry.path} names no mode`);
  },
});
