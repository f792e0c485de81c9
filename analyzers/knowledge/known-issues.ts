import { z } from 'zod';

import { defineKnowledge } from '../../engine/api/index.ts';
import { rowShape } from './row.ts';

const version = z.string().regex(/^10\d\.\d+(?:\.\d+)+$/u);

const row = rowShape({
  id: z.string(),
  /** Exactly these versions; else those from `from` on and below `below`. One of them is there. */
  versions: z.array(version).optional(),
  from: version.optional(),
  below: version.optional(),
  /** The version that mends it, where it is known. */
  fixedIn: version.optional(),
  /** Kernels from `kernelFrom` on and below `kernelBelow`. */
  kernelFrom: z.string().optional(),
  kernelBelow: z.string().optional(),
  /** Only where packages are of this kind. */
  family: z.enum(['rpm', 'deb']).optional(),
  /** Only on these distributions, by the id of os-release, and where given of this major release. */
  distributions: z.array(z.string()).optional(),
  major: z.number().int().optional(),
  /** What else must be seen for the issue to be this one. */
  sign: z
    .enum(['ebpf-in-use', 'fuse-mounted', 'not-running', 'tags-managed', 'unhealthy-with-conflict'])
    .optional(),
  /** A part of an entry of health_issues that must be there, in small letters. */
  healthIssue: z.string().optional(),
  severity: z.enum(['high', 'medium', 'low', 'info']),
  confidence: z.enum(['certain', 'likely', 'possible']),
  /** As the findings that it may explain call it. */
  subject: z.enum(['events', 'selinux', 'conflict', 'crash', 'hang', 'memory']).optional(),
  /** What happens, continuing "Agent 101.x: …". */
  issue: z.string(),
});

export type KnownIssue = z.infer<typeof row>;

/**
 * Issues of versions of the agent. Every row ends at a version: nothing is known of later ones. Three issues of the
 * documents are checks of their own: locked audit rules, the end of the auditd provider, the key for signatures.
 */
export const knownIssues = defineKnowledge({
  name: 'known-issues',
  describes: 'Known issues of versions of the agent, and what must be seen with them',
  sources: { whatsnew: { document: 'linux-whatsnew', date: '2025-01' } },
  row,
  rows: [
    {
      id: 'upgrade-from-10175',
      versions: ['101.75.43', '101.78.13'],
      kernelBelow: '5.1',
      subject: 'hang',
      severity: 'high',
      confidence: 'likely',
      issue:
        'stopping or updating it can hang kernels before 5.1; switch real-time protection off first, or remove the package and install the new one',
      source: 'whatsnew',
    },
    {
      id: 'health-false-no-provider',
      versions: ['101.94.13', '101.98.05', '101.98.58'],
      healthIssue: 'no active supplementary event provider',
      subject: 'events',
      severity: 'high',
      confidence: 'likely',
      issue: 'one faulty rule in /etc/audit/rules.d makes it unhealthy; find it by loading the rules by hand',
      source: 'whatsnew',
    },
    {
      id: 'selinux-denials-health',
      versions: ['101.98.30'],
      fixedIn: '101.98.58',
      healthIssue: 'selinux denials',
      subject: 'selinux',
      severity: 'high',
      confidence: 'likely',
      issue: 'SELinux denies its audit plugin something, and it calls itself unhealthy',
      source: 'whatsnew',
    },
    {
      id: 'conflict-marks-unhealthy',
      below: '101.98.64',
      fixedIn: '101.98.64',
      sign: 'unhealthy-with-conflict',
      subject: 'conflict',
      severity: 'medium',
      confidence: 'likely',
      issue: 'any other program that blocks on fanotify makes it unhealthy',
      source: 'whatsnew',
    },
    {
      id: 'rhel6-not-starting',
      below: '101.23082.0011',
      fixedIn: '101.23082.0011',
      distributions: ['rhel', 'centos'],
      major: 6,
      sign: 'not-running',
      severity: 'high',
      confidence: 'likely',
      issue: 'it does not start on RHEL and CentOS 6',
      source: 'whatsnew',
    },
    {
      id: 'tag-enroll',
      versions: ['101.24032.0007'],
      fixedIn: '101.24042.0002',
      sign: 'tags-managed',
      severity: 'medium',
      confidence: 'likely',
      issue: 'enrolment by a tag in mdatp_managed.json fails; set the tag by mdatp edr tag set',
      source: 'whatsnew',
    },
    {
      id: 'ebpf-memleak',
      below: '101.24052.0002',
      fixedIn: '101.24052.0002',
      kernelFrom: '3.10',
      kernelBelow: '4.17',
      sign: 'ebpf-in-use',
      subject: 'memory',
      severity: 'high',
      confidence: 'likely',
      issue: 'its eBPF programs leak memory of kernels from 3.10 to 4.16',
      source: 'whatsnew',
    },
    {
      id: 'cve-2022-23278',
      below: '101.60.93',
      fixedIn: '101.60.93',
      severity: 'high',
      confidence: 'certain',
      issue: 'it can be deceived (CVE-2022-23278)',
      source: 'whatsnew',
    },
    {
      id: 'crash-10153',
      versions: ['101.53.02'],
      fixedIn: '101.56.62',
      subject: 'crash',
      severity: 'high',
      confidence: 'certain',
      issue: 'it crashes',
      source: 'whatsnew',
    },
    {
      id: '2gb-files',
      below: '101.62.74',
      fixedIn: '101.62.74',
      severity: 'low',
      confidence: 'possible',
      issue: 'on old kernels files of more than 2 GB cannot be opened',
      source: 'whatsnew',
    },
    {
      id: 'rpmdb-corruption',
      below: '101.23062.0010',
      fixedIn: '101.23062.0010',
      family: 'rpm',
      severity: 'medium',
      confidence: 'possible',
      issue: 'its inventory of vulnerabilities can damage the database of rpm',
      source: 'whatsnew',
    },
    {
      id: 'fuse-hang',
      below: '101.25.72',
      fixedIn: '101.25.72',
      sign: 'fuse-mounted',
      subject: 'hang',
      severity: 'high',
      confidence: 'likely',
      issue: 'hosts with FUSE file systems can hang',
      source: 'whatsnew',
    },
    {
      id: 'rocky-alma-tvm',
      from: '101.23122.0002',
      below: '101.24102.0001',
      distributions: ['rocky', 'almalinux'],
      severity: 'info',
      confidence: 'certain',
      issue: 'live response and the inventory of vulnerabilities do not serve Rocky and Alma Linux',
      source: 'whatsnew',
    },
  ],
});
