import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { kernelWithoutFanotify } from './kernel-without-fanotify.ts';

const config = (...lines: readonly string[]): string =>
  ['#', '# Linux/x86_64 5.14.0 Kernel Configuration', '#', 'CONFIG_AUDIT=y', ...lines, ''].join('\n');

testAnalyzer(kernelWithoutFanotify, {
  found: [
    {
      name: 'fanotify is not set',
      files: { 'ebpf_kernel_config.txt': config('# CONFIG_FANOTIFY is not set') },
      findings: [
        {
          text: 'The running kernel is built without fanotify: CONFIG_FANOTIFY is n',
          at: ['ebpf_kernel_config.txt:5'],
          severity: 'critical',
        },
      ],
    },
    {
      name: 'only notification',
      files: {
        'ebpf_kernel_config.txt': config(
          'CONFIG_FANOTIFY=y',
          '# CONFIG_FANOTIFY_ACCESS_PERMISSIONS is not set',
        ),
      },
      findings: [
        {
          text: 'The running kernel reports file access but cannot hold it back: CONFIG_FANOTIFY_ACCESS_PERMISSIONS is n',
          at: ['ebpf_kernel_config.txt:6'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'a whole file that does not name the option',
      files: {
        'ebpf_kernel_config.txt': config(
          ...Array.from({ length: 600 }, (_, index) => `CONFIG_OPTION_${index}=m`),
        ),
      },
      findings: [
        {
          text: 'The running kernel is built without fanotify: CONFIG_FANOTIFY is not named',
          at: ['absent: CONFIG_FANOTIFY'],
        },
      ],
    },
  ],
  clean: [
    {
      name: 'both options',
      files: {
        'ebpf_kernel_config.txt': config('CONFIG_FANOTIFY=y', 'CONFIG_FANOTIFY_ACCESS_PERMISSIONS=y'),
      },
    },
    {
      name: 'an installed kernel without them that does not run',
      files: {
        uname: 'Linux db-01 5.14.0-427.el9.x86_64 #1 SMP x86_64 GNU/Linux\n',
        'boot/config-5.14.0-427.el9.x86_64': config(
          'CONFIG_FANOTIFY=y',
          'CONFIG_FANOTIFY_ACCESS_PERMISSIONS=y',
        ),
        'boot/config-6.1.0-own': config('# CONFIG_FANOTIFY is not set'),
      },
    },
  ],
  blocked: [
    { name: 'no options', files: { uname: 'Linux a 5.4.0-1 #1\n' }, missing: ['kernel.config'] },
    {
      name: 'a few options that somebody picked out, heading and all',
      files: { 'kernel_config.txt': config('CONFIG_BPF=y') },
      reason: 'The options at hand do not name CONFIG_FANOTIFY.',
    },
  ],
  notApplicable: [
    {
      name: 'RHEL 6, where a kernel module stands in',
      files: {
        'kernel_config.txt': config('# CONFIG_FANOTIFY is not set'),
        'redhat-release': 'Red Hat Enterprise Linux Server release 6.9 (Santiago)\n',
      },
      reason: 'RHEL and CentOS 6 have rules of their own.',
    },
  ],
});
