import { textsFact, UnreadableError, type Note, type TextEntry } from '../../engine/api/index.ts';
import { hostFile } from '../places.ts';
import { configFile, type ConfigFile } from './config-options.ts';

export interface BootConfigs {
  readonly files: readonly ConfigFile[];
}

/** The options of every kernel that is installed, one file each. */
export const bootConfigs = textsFact<BootConfigs>({
  name: 'kernel.boot-configs',
  describes: 'Options of the kernels that are installed',
  collect: { title: 'kernel config', command: 'cat /boot/config-$(uname -r) > ebpf_kernel_config.txt' },
  from: hostFile('boot/config-*'),
  parse(entries, note): BootConfigs {
    const files = entries.flatMap((entry) => read(entry, note));
    if (files.length === 0) throw new UnreadableError('no file holds options of a kernel');
    return { files };
  },
});

/** One broken file does not hide the others. */
function read(entry: TextEntry, note: Note): readonly ConfigFile[] {
  try {
    return [configFile(entry)];
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    note({ code: 'malformed-file', detail: error.message, at: { entry: entry.path } });
    return [];
  }
}
