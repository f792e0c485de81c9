import { defineKnowledge } from '../../engine/api/index.ts';

/** Kernels that a release of RHEL or CentOS 6 may run: those with the prefix but the exceptions, or the list. */
export interface Rhel6Kernels {
  readonly prefix?: string;
  readonly except?: readonly string[];
  readonly exactly?: readonly string[];
}

const rhel6: Readonly<Record<string, Rhel6Kernels>> = {
  '6.7': { prefix: '2.6.32-573.', except: ['2.6.32-573.el6.x86_64'] },
  '6.8': { prefix: '2.6.32-642.' },
  '6.9': { prefix: '2.6.32-696.', except: ['2.6.32-696.el6.x86_64'] },
  '6.10': {
    exactly: [
      '2.6.32-754.10.1.el6.x86_64',
      '2.6.32-754.11.1.el6.x86_64',
      '2.6.32-754.12.1.el6.x86_64',
      '2.6.32-754.14.2.el6.x86_64',
      '2.6.32-754.15.3.el6.x86_64',
      '2.6.32-754.17.1.el6.x86_64',
      '2.6.32-754.18.2.el6.x86_64',
      '2.6.32-754.2.1.el6.x86_64',
      '2.6.32-754.22.1.el6.x86_64',
      '2.6.32-754.23.1.el6.x86_64',
      '2.6.32-754.24.2.el6.x86_64',
      '2.6.32-754.24.3.el6.x86_64',
      '2.6.32-754.25.1.el6.x86_64',
      '2.6.32-754.27.1.el6.x86_64',
      '2.6.32-754.28.1.el6.x86_64',
      '2.6.32-754.29.1.el6.x86_64',
      '2.6.32-754.29.2.el6.x86_64',
      '2.6.32-754.3.5.el6.x86_64',
      '2.6.32-754.30.2.el6.x86_64',
      '2.6.32-754.33.1.el6.x86_64',
      '2.6.32-754.35.1.el6.x86_64',
      '2.6.32-754.39.1.el6.x86_64',
      '2.6.32-754.41.2.el6.x86_64',
      '2.6.32-754.43.1.el6.x86_64',
      '2.6.32-754.47.1.el6.x86_64',
      '2.6.32-754.48.1.el6.x86_64',
      '2.6.32-754.49.1.el6.x86_64',
      '2.6.32-754.6.3.el6.x86_64',
      '2.6.32-754.9.1.el6.x86_64',
    ],
  },
};

/** The oldest kernel for all distributions but RHEL and CentOS 6, and the list for those. */
export const kernels = defineKnowledge({
  name: 'kernels',
  describes: 'Kernel versions that the agent supports',
  sources: [
    { document: 'microsoft-defender-endpoint-linux', date: '2024-02', profiles: ['seed'] },
    { document: 'mde-linux-prerequisites', date: '2026-03-08' },
  ],
  rows: {
    minimum: '3.10.0-327',
    rhel6,
  },
});
