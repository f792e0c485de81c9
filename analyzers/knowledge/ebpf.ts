import { z } from 'zod';

import { defineKnowledge } from '../../engine/api/index.ts';
import { rowShape } from './row.ts';

const sources = { ebpf: { document: 'linux-support-ebpf', date: '2024-12' } };

const kernelRow = rowShape({
  /** Id of os-release. */
  distribution: z.string(),
  /** The oldest release that is named, major and minor. */
  release: z.string(),
  /** The oldest kernel on it. */
  kernel: z.string(),
  /** Oracle Linux: whether the row is about its own kernels (UEK). */
  uek: z.boolean().optional(),
});

export type EbpfKernel = z.infer<typeof kernelRow>;

export const ebpfKernels = defineKnowledge({
  name: 'ebpf-kernels',
  describes: 'Oldest kernels that the agent takes events by eBPF on, by distribution and release',
  sources,
  row: kernelRow,
  rows: [
    { distribution: 'ubuntu', release: '16.04', kernel: '4.15.0', source: 'ebpf' },
    { distribution: 'fedora', release: '33', kernel: '5.8.15', source: 'ebpf' },
    { distribution: 'centos', release: '7.6', kernel: '3.10.0-957.10', source: 'ebpf' },
    { distribution: 'sles', release: '15', kernel: '5.3.18-18.47', source: 'ebpf' },
    { distribution: 'rhel', release: '7.6', kernel: '3.10.0-957.10', source: 'ebpf' },
    { distribution: 'debian', release: '9', kernel: '4.19.0', source: 'ebpf' },
    { distribution: 'ol', release: '7.9', kernel: '3.10.0-1160', uek: false, source: 'ebpf' },
    { distribution: 'ol', release: '7.9', kernel: '5.4', uek: true, source: 'ebpf' },
    { distribution: 'amzn', release: '2', kernel: '5.4.261-174.360', source: 'ebpf' },
    { distribution: 'rocky', release: '8.7', kernel: '4.18.0-425', source: 'ebpf' },
    { distribution: 'rocky', release: '9.2', kernel: '5.14.0-284', source: 'ebpf' },
    { distribution: 'almalinux', release: '8.4', kernel: '4.18.0-305', source: 'ebpf' },
    { distribution: 'almalinux', release: '9.2', kernel: '5.14.0-284', source: 'ebpf' },
  ],
});

const harmRow = rowShape({
  id: z.string(),
  /** Id of os-release. */
  distribution: z.string(),
  /** The release that is harmed, major and minor; any where kernels are named. */
  release: z.string().optional(),
  /** The kernels that are harmed, without the architecture; any of the release where none is named. */
  kernels: z.array(z.string()).optional(),
  /** What must run beside the agent for the harm to be done. */
  beside: z.enum(['sap', 'ksplice']).optional(),
});

export type EbpfHarm = z.infer<typeof harmRow>;

export const ebpfHarms = defineKnowledge({
  name: 'ebpf-harms',
  describes: 'Hosts that are known to hang or panic where the agent uses eBPF',
  sources,
  row: harmRow,
  rows: [
    {
      id: 'ol88-uek515',
      distribution: 'ol',
      kernels: ['5.15.0-0.30.20.el8uek', '5.15.0-0.30.20.1.el8uek'],
      source: 'ebpf',
    },
    { id: 'rhel81-sap', distribution: 'rhel', release: '8.1', beside: 'sap', source: 'ebpf' },
    { id: 'ol79-ksplice', distribution: 'ol', release: '7.9', beside: 'ksplice', source: 'ebpf' },
  ],
});
