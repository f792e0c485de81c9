import { textFact } from '../../engine/api/index.ts';
import { hostFile, places } from '../places.ts';
import { configFile, type ConfigFile } from './config-options.ts';

/** The options of the running kernel, in a file that is of this kernel whatever its name. */
export const runningConfig = textFact<ConfigFile>({
  name: 'kernel.running-config',
  describes: 'Options of the running kernel, from its own file',
  collect: { title: 'kernel config', command: 'cat /boot/config-$(uname -r) > ebpf_kernel_config.txt' },
  from: places(
    { 'client-analyzer': 'ebpf_kernel_config.txt', supportconfig: '*.txt!#*/proc/config.gz' },
    hostFile('proc/config.gz'),
    // Many a file is called config: this one counts by its folder alone.
    { plain: ['proc/config', 'ebpf_kernel_config.txt', 'kernel_config', 'kernel_config.txt'] },
  ),
  looksLike: (head) => /^# Linux\/\S+ \d\S* Kernel Configuration/mu.test(head) && /^CONFIG_\w+=/mu.test(head),
  parse: configFile,
});
