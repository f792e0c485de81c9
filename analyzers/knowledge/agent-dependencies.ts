import { z } from 'zod';

import { defineKnowledge } from '../../engine/api/index.ts';
import { requirements } from './requirements.ts';
import { rowShape } from './row.ts';

const row = rowShape({
  /** The package that needs it. */
  of: z.enum(['mdatp.rpm', 'mdatp.rpm.rhel6', 'mdatp.deb', 'mde-netfilter.rpm', 'mde-netfilter.deb']),
  /** Names that the needed package bears in the distributions, any of which will do. */
  names: z.array(z.string()).min(1),
  atLeast: z.string().optional(),
  /** The last agent that needs it. */
  untilAgent: z.string().optional(),
  /** Ids of the distributions that have the package; all where it is left out. */
  distributions: z.array(z.string()).optional(),
});

/** A package that a package of the agent needs. */
export type AgentDependency = z.infer<typeof row>;

/** SUSE, Amazon and others have no such packages, or do not install them: their security module is another. */
const WITH_SELINUX = ['rhel', 'centos', 'centos_stream', 'ol', 'rocky', 'almalinux', 'fedora', 'scientific'];

/** The last agent that could read events from auditd. */
const AUDITD = '101.24072.0001';
/** The next version, 101.98.89, came without the dependency. */
const SEMANAGE = '101.98.88';

export const agentDependencies = defineKnowledge({
  name: 'agent-dependencies',
  describes: 'Packages that the packages of the agent need, by profile',
  sources: {
    seed: requirements.seed,
    '2025': {
      document: 'microsoft-defender-endpoint-linux',
      date: '2025-01-07',
      profiles: ['2025', '2026'],
    },
    changes: { document: 'linux-whatsnew', date: '2025-01' },
  },
  row,
  rows: [
    { of: 'mdatp.rpm', names: ['glibc'], atLeast: '2.17', profiles: ['seed'], source: 'seed' },
    { of: 'mdatp.rpm', names: ['glibc'], atLeast: '2.17', profiles: ['2025', '2026'], source: '2025' },
    {
      of: 'mdatp.rpm',
      names: ['policycoreutils'],
      distributions: WITH_SELINUX,
      profiles: ['seed'],
      source: 'seed',
    },
    {
      of: 'mdatp.rpm',
      names: ['policycoreutils'],
      distributions: WITH_SELINUX,
      profiles: ['2025', '2026'],
      source: '2025',
    },
    {
      of: 'mdatp.rpm',
      names: ['selinux-policy-targeted'],
      distributions: WITH_SELINUX,
      profiles: ['seed'],
      source: 'seed',
    },
    {
      of: 'mdatp.rpm',
      names: ['selinux-policy-targeted'],
      distributions: WITH_SELINUX,
      profiles: ['2025', '2026'],
      source: '2025',
    },
    { of: 'mdatp.rpm', names: ['mde-netfilter'], profiles: ['seed'], source: 'seed' },
    { of: 'mdatp.rpm', names: ['mde-netfilter'], profiles: ['2025', '2026'], source: '2025' },
    { of: 'mdatp.rpm', names: ['audit'], untilAgent: AUDITD, source: 'changes' },
    {
      of: 'mdatp.rpm',
      names: ['policycoreutils-python-utils', 'policycoreutils-python'],
      untilAgent: SEMANAGE,
      distributions: [...WITH_SELINUX, 'amzn'],
      source: 'changes',
    },
    { of: 'mdatp.rpm.rhel6', names: ['audit'], source: 'seed' },
    { of: 'mdatp.rpm.rhel6', names: ['policycoreutils'], source: 'seed' },
    { of: 'mdatp.rpm.rhel6', names: ['libselinux'], source: 'seed' },
    { of: 'mdatp.rpm.rhel6', names: ['mde-netfilter'], source: 'seed' },
    { of: 'mdatp.deb', names: ['libc6'], atLeast: '2.23', profiles: ['seed'], source: 'seed' },
    { of: 'mdatp.deb', names: ['libc6'], atLeast: '2.23', profiles: ['2025', '2026'], source: '2025' },
    { of: 'mdatp.deb', names: ['uuid-runtime'], profiles: ['seed'], source: 'seed' },
    { of: 'mdatp.deb', names: ['uuid-runtime'], profiles: ['2025', '2026'], source: '2025' },
    { of: 'mdatp.deb', names: ['mde-netfilter'], profiles: ['seed'], source: 'seed' },
    { of: 'mdatp.deb', names: ['mde-netfilter'], profiles: ['2025', '2026'], source: '2025' },
    { of: 'mdatp.deb', names: ['auditd'], untilAgent: AUDITD, source: 'changes' },
    { of: 'mde-netfilter.rpm', names: ['libmnl', 'libmnl0'], source: 'seed' },
    { of: 'mde-netfilter.rpm', names: ['libnfnetlink', 'libnfnetlink0'], source: 'seed' },
    { of: 'mde-netfilter.rpm', names: ['libnetfilter_queue', 'libnetfilter_queue1'], source: 'seed' },
    { of: 'mde-netfilter.rpm', names: ['glib2', 'libglib-2_0-0'], source: 'seed' },
    { of: 'mde-netfilter.deb', names: ['libnetfilter-queue1'], source: 'seed' },
    { of: 'mde-netfilter.deb', names: ['libglib2.0-0', 'libglib2.0-0t64'], source: 'seed' },
  ],
});
