import { textFact, UnreadableError, type Line, type Located } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';

export interface Virtualization {
  /** As systemd names it: `none`, `kvm`, `vmware`, `docker`, `lxc`, `wsl` … */
  readonly type: Located<string>;
}

/**
 * What the host runs in, as systemd-detect-virt or hostnamectl tells:
 *
 *   kvm
 *   Virtualization: vmware
 */
export const virtualization = textFact<Virtualization>({
  name: 'host.virtualization',
  describes: 'Virtual machine or container that the host is',
  collect: { title: 'systemd-detect-virt', command: 'systemd-detect-virt > systemd-detect-virt' },
  fields: { type: { type: 'string', describes: 'Kind of virtual machine or container' } },
  view: { kind: 'fields', title: 'Virtualization' },
  from: {
    'client-analyzer': ['systemd-detect-virt*', 'hostnamectl*'],
    sosreport: [
      'sos_commands/*/systemd-detect-virt*',
      'sos_commands/host/hostnamectl_status',
      'sos_commands/host/hostnamectl',
    ],
    supportconfig: ['*.txt!#*systemd-detect-virt*', '*.txt!#*hostnamectl*'],
    plain: ['systemd-detect-virt*', 'hostnamectl*', 'sos_commands/host/hostnamectl*'],
  },
  parse(entry): Virtualization {
    refuseFailedCommand(entry);
    const lines = entry.lines().filter(({ text }) => text.trim() !== '');
    const type = byHostnamectl(lines) ?? byDetection(lines);
    if (!type) throw new UnreadableError(`${entry.path} names no kind of virtualization`);
    return { type };
  },
});

// Virtualization: docker · hostnamectl leaves the line out on bare metal
function byHostnamectl(lines: readonly Line[]): Located<string> | undefined {
  for (const { text, at } of lines) {
    const type = /^\s*Virtualization:\s*(?<type>[\w-]+)\s*$/u.exec(text)?.groups?.['type'];
    if (type !== undefined) return { value: type.toLowerCase(), at };
  }
  const host = lines.find(({ text }) => /^\s*(?:Static hostname|Operating System|Chassis):/u.test(text));
  return host && { value: 'none', at: host.at };
}

function byDetection(lines: readonly Line[]): Located<string> | undefined {
  const [only, ...more] = lines;
  const word = /^\s*(?<word>[a-z][a-z\d-]{1,30})\s*$/u.exec(only?.text ?? '')?.groups?.['word'];
  return only && word !== undefined && more.length === 0 ? { value: word, at: only.at } : undefined;
}
