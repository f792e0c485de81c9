import { cannotTell, defineAnalyzer, sourcesOf } from '../../engine/api/index.ts';
import { mounts } from '../../facts/storage/mounts.ts';
import { agentPresent } from '../applies.ts';
import { fileSystems } from '../knowledge/file-systems.ts';
import { links } from '../links.ts';
import { dataMounts, shownMounts } from './data-mounts.ts';

export const nfsV4 = defineAnalyzer({
  id: 'filesystem/nfs-v4',
  title: 'NFS 4 without real-time protection',
  why: 'Of NFS only version 3 is scanned by this agent; files on an NFS 4 mount are opened and run unscanned.',
  severity: 'medium',
  confidence: 'certain',
  profiles: ['seed', '2025'],
  applies: [agentPresent],
  needs: { mounted: mounts },
  messages: { mounted: 'NFS 4 is not on the list of scanned file systems of profile {profile}: {targets}' },
  remediation: {
    steps: [
      'Scan the files on the server that exports them.',
      'Where they must be scanned on this host, mount them by version 3, or update the agent to a release that covers NFS 4.',
    ],
    commands: [
      { command: 'nfsstat -m', risk: 'safe' },
      { command: 'sudo mount -o vers=3 server:/export /mnt', risk: 'disruptive' },
    ],
    links: [links.fileSystems],
  },
  sources: sourcesOf(fileSystems),

  evaluate({ mounted }, { know, profile }) {
    const known = know(fileSystems);
    if (known.length === 0) return cannotTell(`There is no list of file systems for profile ${profile}.`);
    if (known.some(({ type, coverage }) => type === 'nfs4' && coverage === 'full')) return [];
    const found = dataMounts(mounted.mounts, known).filter(({ type }) => type === 'nfs4');
    const shown = shownMounts(found.map(({ mount }) => mount));
    if (!shown) return [];
    const params = { profile, targets: shown.targets };
    return [{ message: 'mounted', params, evidence: shown.evidence, subject: 'nfs4', identity: [] }];
  },
});
