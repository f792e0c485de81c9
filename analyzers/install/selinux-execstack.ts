import { citeAll, defineAnalyzer, optional } from '../../engine/api/index.ts';
import { selinux } from '../../facts/host/selinux.ts';
import { loadErrors } from '../../facts/mdatp/load-errors.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

export const selinuxExecstack = defineAnalyzer({
  id: 'install/selinux-execstack',
  title: 'SELinux refuses an executable stack to the daemon',
  why: 'A library of the daemon asks for it; refused, the daemon does not start at all.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { errors: loadErrors, selinux: optional(selinux) },
  messages: { refused: 'The daemon could not load {library}: {reason}' },
  remediation: {
    steps: [
      'Update the agent: current libraries do not ask for it.',
      'Where that is not possible, make a local module that allows execstack to the domain of the daemon, and load it. Leave SELinux on.',
      'Start the service again.',
    ],
    commands: [
      { command: 'sudo ausearch -m AVC -c wdavdaemon --raw | audit2allow -M mdatp_local', risk: 'safe' },
      { command: 'sudo semodule -i mdatp_local.pp', risk: 'changes-host' },
      { command: 'sudo systemctl restart mdatp', risk: 'disruptive' },
    ],
    links: [links.serviceTrouble],
  },
  sources: [{ document: 'juju4/mde-baseline', date: '2024-01' }],

  evaluate({ errors, selinux: state }) {
    return errors.errors
      .filter(({ value }) => value.reason.includes('executable stack'))
      .map((error) => ({
        message: 'refused' as const,
        params: error.value,
        evidence: citeAll(state ? [error, state.mode] : [error]),
        identity: [error.value.library],
      }));
  },
});
