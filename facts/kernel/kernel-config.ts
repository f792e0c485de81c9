import { textFact, UnreadableError, type Located, type TextEntry } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { hostFile, places } from '../places.ts';

export interface KernelConfig {
  /** Options by their names; one that is said to be not set is `n`, one that is not named at all is missing. */
  readonly options: ReadonlyMap<string, Located<string>>;
  readonly fanotify: Located<string> | undefined;
  readonly fanotifyAccessPermissions: Located<string> | undefined;
}

/**
 * The options that the kernel was built with:
 *
 *   CONFIG_FANOTIFY=y
 *   # CONFIG_FANOTIFY_ACCESS_PERMISSIONS is not set
 */
export const kernelConfig = textFact<KernelConfig>({
  name: 'kernel.config',
  describes: 'Options that the kernel was built with',
  collect: { title: 'kernel config', command: 'cat /boot/config-$(uname -r) > ebpf_kernel_config.txt' },
  fields: {
    fanotify: { type: 'string', describes: 'CONFIG_FANOTIFY', oneOf: ['y', 'n'] },
    fanotifyAccessPermissions: {
      type: 'string',
      describes: 'CONFIG_FANOTIFY_ACCESS_PERMISSIONS',
      oneOf: ['y', 'n'],
    },
  },
  view: { kind: 'fields', title: 'Kernel configuration' },
  from: places({ 'client-analyzer': 'ebpf_kernel_config.txt' }, hostFile('boot/config-*'), {
    sosreport: 'proc/config',
    plain: ['ebpf_kernel_config.txt', 'kernel_config', 'kernel_config.txt'],
  }),
  looksLike: (head) => /^# Linux\/\S+ \d\S* Kernel Configuration/mu.test(head) && /^CONFIG_\w+=/mu.test(head),
  parse(entry): KernelConfig {
    refuseFailedCommand(entry);
    const options = optionsOf(entry);
    if (options.size === 0) throw new UnreadableError(`${entry.path} holds no options of a kernel`);
    return {
      options,
      fanotify: options.get('CONFIG_FANOTIFY'),
      fanotifyAccessPermissions: options.get('CONFIG_FANOTIFY_ACCESS_PERMISSIONS'),
    };
  },
});

// CONFIG_FANOTIFY=y
const SET = /^(?<name>CONFIG_\w+)=(?<value>.*)$/u;
// # CONFIG_FANOTIFY_ACCESS_PERMISSIONS is not set
const NOT_SET = /^# (?<name>CONFIG_\w+) is not set$/u;

function optionsOf(entry: TextEntry): ReadonlyMap<string, Located<string>> {
  const options = new Map<string, Located<string>>();
  for (const { text, at } of entry.lines()) {
    const line = text.trim();
    const { name, value = 'n' } = (SET.exec(line) ?? NOT_SET.exec(line))?.groups ?? {};
    if (name) options.set(name, { value: value.replaceAll('"', ''), at });
  }
  return options;
}
