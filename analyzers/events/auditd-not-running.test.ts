import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { auditdNotRunning } from './auditd-not-running.ts';

const AUDITD = 'healthy : true\nlicensed : true\nsupplementary_events_subsystem : "auditd"\n';
const EBPF = 'healthy : true\nlicensed : true\nsupplementary_events_subsystem : "ebpf"\n';
const OLD_AGENT = 'healthy : true\nlicensed : true\napp_version : "101.23062.0010"\n';
const NEW_AGENT = 'healthy : true\nlicensed : true\napp_version : "101.25062.0003"\n';
const STOPPED = '● auditd.service - Security Auditing Service\n   Active: inactive (dead)\n';
const RUNNING = '● auditd.service - Security Auditing Service\n   Active: active (running)\n';
const ON = 'enabled 1\nfailure 1\npid 812\n';
const OFF = 'enabled 0\nfailure 1\npid 0\n';

testAnalyzer(auditdNotRunning, {
  found: [
    {
      name: 'the agent reads from auditd, which is dead',
      files: { 'health.txt': AUDITD, systemctl_status_auditd: STOPPED },
      findings: [
        {
          text: 'The agent reads its events from auditd, which does not run: inactive (dead)',
          at: ['systemctl_status_auditd:2', 'health.txt:3'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'an agent of the time before eBPF, with auditing off',
      files: { 'health.txt': OLD_AGENT, 'auditctl_-s': OFF },
      findings: [
        {
          text: 'The agent reads its events from auditd, while auditing is off in the kernel (enabled 0)',
          at: ['auditctl_-s:1', 'health.txt:3'],
        },
      ],
    },
  ],
  clean: [
    {
      name: 'auditd runs and auditing is on',
      files: { 'health.txt': AUDITD, systemctl_status_auditd: RUNNING, 'auditctl_-s': ON },
    },
  ],
  blocked: [
    {
      name: 'nothing tells the state of auditd',
      files: { 'health.txt': AUDITD },
      reason: 'Nothing tells whether auditd runs.',
    },
    {
      name: 'nothing tells the provider',
      files: { systemctl_status_auditd: STOPPED },
      reason: 'Nothing tells where the agent reads its events from.',
    },
  ],
  notApplicable: [
    {
      name: 'the agent reads from eBPF',
      files: { 'health.txt': EBPF, systemctl_status_auditd: STOPPED },
      reason: 'The agent does not read its events from auditd (ebpf).',
    },
    {
      name: 'an agent that no longer knows auditd',
      files: { 'health.txt': NEW_AGENT, systemctl_status_auditd: STOPPED },
      reason: 'The agent does not read its events from auditd (101.25062.0003).',
    },
  ],
});
