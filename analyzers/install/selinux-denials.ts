import {
  cannotTell,
  cite,
  defineAnalyzer,
  notApplicable,
  optional,
  type FindingDraft,
  type Located,
} from '../../engine/api/index.ts';
import { selinux } from '../../facts/host/selinux.ts';
import { selinuxDenials as recorded, type SelinuxDenial } from '../../facts/host/selinux-denials.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

/** Findings that are made; a policy that is wrong in more ways is wrong as a whole. */
const MOST_FINDINGS = 5;

const messages = {
  denied: 'SELinux refuses {permissions} on {target} to {process}',
  unknown: 'SELinux refused {permissions} on {target} to {process}; whether it enforces is not in the bundle',
} as const;

export const selinuxDenials = defineAnalyzer({
  id: 'install/selinux-denials',
  title: 'SELinux refuses something to the agent',
  why: 'What is refused fails inside the agent without a word: events are lost, or a daemon does not start.',
  severity: 'high',
  confidence: 'likely',
  applies: [agentPresent],
  needs: { denials: recorded, selinux: optional(selinux) },
  messages,
  remediation: {
    steps: [
      'Update the agent and the policy of the distribution: known refusals were mended there.',
      'Restore the labels of the folders of the agent where the target has a wrong one.',
      'Make a local module of the records of the agent, read it, and load it. Leave SELinux on.',
    ],
    commands: [
      { command: 'sudo ausearch -m AVC -c wdavdaemon -i', risk: 'safe' },
      {
        command: 'sudo restorecon -Rv /opt/microsoft /var/opt/microsoft /etc/opt/microsoft',
        risk: 'changes-host',
      },
      { command: 'sudo ausearch -m AVC -c wdavdaemon --raw | audit2allow -M mdatp_local', risk: 'safe' },
      { command: 'sudo semodule -i mdatp_local.pp', risk: 'changes-host' },
    ],
    links: [links.whatsNew],
  },
  sources: [{ document: 'linux-whatsnew', date: '2025-01' }],

  evaluate({ denials, selinux: state }) {
    const mode = state?.isCurrent ? state.mode.value : undefined;
    const refused = denials.denials.filter(({ value }) => value.permissive !== true);
    if (state?.mode.value === 'disabled' && refused.length === 0) return notApplicable('SELinux is off.');
    const kinds = [...Map.groupBy(refused, ({ value }) => `${value.process}\n${value.permissions}`).values()];
    if (kinds.length === 0) {
      return denials.count > 0 || mode !== undefined
        ? []
        : cannotTell('Whether the host has SELinux is not in the bundle.', { selinux });
    }
    return kinds.slice(0, MOST_FINDINGS).flatMap(([first]) => (first ? draftOf(first, mode) : []));
  },
});

function draftOf(
  denial: Located<SelinuxDenial>,
  mode: string | undefined,
): readonly FindingDraft<typeof messages>[] {
  const { process, permissions, targetClass, targetType, target, permissive } = denial.value;
  const params = { process, permissions, target: target ?? `${targetType}:${targetClass}` };
  const about = {
    params,
    evidence: [cite(denial)] as const,
    subject: process,
    identity: [process, permissions],
  };
  // The record itself knows best; SELinux may have been switched since.
  if (permissive === false || mode === 'enforcing') return [{ ...about, message: 'denied' }];
  if (mode !== undefined) return [];
  return [{ ...about, message: 'unknown', severity: 'medium', confidence: 'possible' }];
}
