import { defineAnalyzer, sourcesOf } from '../../engine/api/index.ts';
import { mounts } from '../../facts/storage/mounts.ts';
import { agentPresent } from '../applies.ts';
import { fileSystems } from '../knowledge/file-systems.ts';
import { links } from '../links.ts';
import { dataMounts, shownMounts } from './data-mounts.ts';

export const nfsRootSquash = defineAnalyzer({
  id: 'filesystem/nfs-root-squash',
  title: 'NFS 3 mount whose export may squash root',
  why: 'The agent reads as root; where the server makes root nobody, it cannot open the files and skips them.',
  severity: 'info',
  confidence: 'possible',
  profiles: ['2026'],
  applies: [agentPresent],
  needs: { mounted: mounts },
  messages: { mounted: 'NFS 3 is mounted on {targets}; the export must not squash root to be scanned' },
  remediation: {
    steps: [
      'Look at the export on the server: scanning needs no_root_squash for this client.',
      'Where root must stay squashed, scan the files on the server.',
    ],
    commands: [{ command: 'sudo exportfs -v', risk: 'safe' }],
    links: [links.fileSystems],
  },
  sources: sourcesOf(fileSystems).filter(({ profiles }) => profiles?.includes('2026')),

  evaluate({ mounted }, { know }) {
    const found = dataMounts(mounted.mounts, know(fileSystems)).filter(({ type }) => type === 'nfs');
    const shown = shownMounts(found.map(({ mount }) => mount));
    if (!shown) return [];
    return [
      { message: 'mounted', params: { targets: shown.targets }, evidence: shown.evidence, identity: [] },
    ];
  },
});
