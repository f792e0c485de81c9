import { cannotTell, cite, defineAnalyzer } from '../../engine/api/index.ts';
import { programFolder } from '../../facts/mdatp/program-folder.ts';
import { hasOption, mountHolding } from '../../facts/storage/mount-holding.ts';
import { mounts } from '../../facts/storage/mounts.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

export const noexecDaemon = defineAnalyzer({
  id: 'filesystem/noexec-daemon',
  title: 'Daemon on a mount that allows no programs',
  why: 'The kernel refuses to start wdavdaemon from a noexec mount, so the service fails and nothing is protected.',
  severity: 'critical',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { mounted: mounts, folder: programFolder },
  messages: { noexec: '{target}, which holds the daemon in {path}, is mounted noexec' },
  remediation: {
    steps: [
      'Mount the file system with exec, and take noexec out of /etc/fstab.',
      'Where it must stay noexec, mount a file system of its own on /opt/microsoft.',
      'Start the service and look at its state.',
    ],
    commands: [
      { command: 'findmnt --target /opt/microsoft/mdatp', risk: 'safe' },
      { command: 'sudo mount -o remount,exec /opt', risk: 'changes-host' },
      { command: 'sudo systemctl restart mdatp', risk: 'disruptive' },
    ],
    links: [links.serviceTrouble],
  },
  sources: [{ document: 'linux-support-install', date: '2025-01' }],

  evaluate({ mounted, folder }) {
    const { path } = folder;
    const mount = mountHolding(mounted.mounts, path);
    if (!mount) return cannotTell(`No mount that could hold ${path} is in the list.`);
    if (!hasOption(mount.value, 'noexec')) return [];
    const { target } = mount.value;
    return [{ message: 'noexec', params: { target, path }, evidence: [cite(mount)], identity: [target] }];
  },
});
