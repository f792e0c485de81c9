import type { KindId } from '../../facts/kinds.ts';
import { running } from './conflict.ts';
import { agentIs } from './older-agent.ts';
import { HEALTH } from './places.ts';
import { addAfter, addLines, replaceLine, replaceText, type Edit } from './plants.ts';

/** A rule of the agent as the kernel prints it, and as a file holds it. */
export const AGENT_RULE = '-a always,exit -F arch=b64 -S execve -F key=mdatp';
export const AGENT_LINE = '-a always,exit -F arch=b64 -S execve -k mdatp';

type ByKind = Readonly<Record<Exclude<KindId, 'mdatp-diagnostic'>, Edit>>;

/** One more rule is loaded, before all others. */
export function loaded(rule: string): ByKind {
  return {
    'client-analyzer': replaceText(
      'auditd_info.txt',
      'sudo auditctl -l\n================\n',
      `sudo auditctl -l\n================\n${rule}\n`,
    ),
    sosreport: addAfter('sos_commands/auditd/auditctl_-l', 'scope', rule),
    supportconfig: addAfter('security-audit.txt', '# /sbin/auditctl -l', rule),
    plain: addAfter('auditctl-l.txt', 'identity', rule),
  };
}

/** One more line stands in a file of /etc/audit/rules.d. */
export function onDisk(line: string): ByKind {
  return {
    'client-analyzer': addAfter('auditd_info.txt', /^-f 1$/u, line),
    sosreport: addLines('etc/audit/rules.d/audit.rules', line),
    supportconfig: addAfter('security-audit.txt', '# /etc/audit/rules.d/audit.rules', line),
    plain: addLines('etc/audit/rules.d/audit.rules', line),
  };
}

/** What an agent that reads from auditd has about it; a plant may leave a part out. */
export interface Reader {
  readonly loaded?: boolean;
  readonly onDisk?: boolean;
  readonly plugin?: boolean;
}

const PLUGIN = running('root', '/opt/microsoft/mdatp/sbin/mdatp_audisp_plugin -d');

/**
 * The agent reads its events from auditd: by its own word where a kind holds its health, else by its version; and it
 * finds there what it needs.
 */
export function readsFromAuditd({
  loaded: isLoaded = true,
  onDisk: isOnDisk = true,
  plugin = true,
}: Reader = {}) {
  const says = (path: string): Edit =>
    replaceLine(
      path,
      'supplementary_events_subsystem',
      'supplementary_events_subsystem              : "auditd"',
    );
  const parts = (kind: keyof ByKind): readonly Edit[] => [
    ...(isLoaded ? [loaded(AGENT_RULE)[kind]] : []),
    ...(isOnDisk ? [onDisk(AGENT_LINE)[kind]] : []),
    ...(plugin ? PLUGIN[kind] : []),
  ];
  const old = agentIs('101.24072.0001');
  return {
    'client-analyzer': [says(HEALTH['client-analyzer']), ...parts('client-analyzer')],
    sosreport: [...(old.sosreport ?? []), ...parts('sosreport')],
    supportconfig: [...(old.supportconfig ?? []), ...parts('supportconfig')],
    plain: [says(HEALTH.plain), ...parts('plain')],
  } as const;
}

/** What such an agent brings beside the fault: the provider itself, or the age of the agent. */
export const OF_READER = {
  'client-analyzer': ['events/auditd-provider'],
  sosreport: ['health/expired-agent', 'health/outdated-agent'],
  supportconfig: ['health/expired-agent', 'health/outdated-agent'],
  plain: ['events/auditd-provider'],
} as const;
