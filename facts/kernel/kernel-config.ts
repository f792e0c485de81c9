import { derivedFact, NotCollectedError, optional, type Located } from '../../engine/api/index.ts';
import { bootConfigs, type BootConfigs } from './boot-configs.ts';
import type { ConfigFile } from './config-options.ts';
import { runningConfig } from './running-config.ts';
import { uname } from './uname.ts';

export interface KernelConfig extends ConfigFile {
  readonly fanotify: Located<string> | undefined;
  readonly fanotifyAccessPermissions: Located<string> | undefined;
}

/**
 * The options that the running kernel was built with:
 *
 *   CONFIG_FANOTIFY=y
 *   # CONFIG_FANOTIFY_ACCESS_PERMISSIONS is not set
 */
export const kernelConfig = derivedFact({
  name: 'kernel.config',
  describes: 'Options that the running kernel was built with',
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
  needs: { running: optional(runningConfig), installed: optional(bootConfigs), kernel: optional(uname) },
  derive({ running, installed, kernel }): KernelConfig {
    const file = running ?? (installed && ofKernel(installed, kernel?.release?.value));
    if (!file) throw new NotCollectedError('no options of the running kernel are at hand');
    return {
      ...file,
      fanotify: file.options.get('CONFIG_FANOTIFY'),
      fanotifyAccessPermissions: file.options.get('CONFIG_FANOTIFY_ACCESS_PERMISSIONS'),
    };
  },
});

/** Several kernels may be installed; only the running one counts. */
function ofKernel({ files }: BootConfigs, release: string | undefined): ConfigFile | undefined {
  if (release === undefined) return files.length === 1 ? files[0] : undefined;
  return files.find((file) => file.release === release);
}
