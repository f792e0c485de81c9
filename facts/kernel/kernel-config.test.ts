import { describe, expect, it } from 'vitest';
import { kernelWithoutFanotify } from '../../analyzers/platform/kernel-without-fanotify.ts';
import { factInBundle } from '../../test/harness/fact-in-bundle.ts';
import { judge } from '../../test/harness/test-analyzer.ts';
import { kernelConfig } from './kernel-config.ts';

const uname = { uname: 'Linux db-01 5.14.0-427.el9.x86_64 #1 SMP x86_64 GNU/Linux\n' };

describe('kernel.config', () => {
  it('is that of the running kernel among several', async () => {
    const found = await factInBundle(kernelConfig, {
      ...uname,
      'boot/config-4.18.0-553.el8.x86_64': 'CONFIG_FANOTIFY=n\n',
      'boot/config-5.14.0-427.el9.x86_64': 'CONFIG_FANOTIFY=y\n',
    });
    expect(found?.fanotify).toEqual({
      value: 'y',
      at: { entry: 'boot/config-5.14.0-427.el9.x86_64', line: 1 },
    });
  });

  it('is not known where only other kernels have a file', async () => {
    const files = { ...uname, 'boot/config-4.18.0-553.el8.x86_64': 'CONFIG_FANOTIFY=n\n' };
    expect(await factInBundle(kernelConfig, files)).toBeUndefined();
  });

  it('is not any file that is called config', async () => {
    const files = { ...uname, 'etc/selinux/config': 'SELINUX=enforcing\n' };
    const { report } = await judge(kernelWithoutFanotify, { files });
    expect(report?.problems).toEqual([]);
  });

  it('is the file of the client analyzer, which is of the running kernel', async () => {
    const found = await factInBundle(kernelConfig, {
      ...uname,
      'ebpf_kernel_config.txt': '# CONFIG_FANOTIFY is not set\n',
    });
    expect(found?.fanotify?.value).toBe('n');
  });
});
