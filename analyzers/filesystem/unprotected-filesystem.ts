import { cannotTell, defineAnalyzer, sourcesOf } from '../../engine/api/index.ts';
import { mounts } from '../../facts/storage/mounts.ts';
import { agentPresent } from '../applies.ts';
import { fileSystems } from '../knowledge/file-systems.ts';
import { links } from '../links.ts';
import { byScanType, dataMounts, shownMounts } from './data-mounts.ts';

export const unprotectedFilesystem = defineAnalyzer({
  id: 'filesystem/unprotected-filesystem',
  title: 'File system without real-time protection',
  why: 'Files on a file system that is not covered are opened and run without being scanned.',
  severity: 'medium',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { mounted: mounts },
  messages: {
    unprotected: '{type} is not on the list of scanned file systems of profile {profile}: {targets}',
  },
  remediation: {
    steps: [
      'Decide whether files on these mounts are run or shared with others.',
      'Move such data to a covered file system, or protect the server that exports it.',
    ],
    commands: [{ command: 'findmnt -T /path/to/data', risk: 'safe' }],
    links: [links.fileSystems],
  },
  sources: sourcesOf(fileSystems),

  evaluate({ mounted }, { profile, know }) {
    // NFS 4 has a check of its own.
    const all = dataMounts(mounted.mounts, know(fileSystems)).filter(({ type }) => type !== 'nfs4');
    const uncovered = byScanType(all.filter(({ coverage }) => coverage === 'none'));
    const drafts = [...uncovered].flatMap(([type, found]) => {
      const shown = shownMounts(found);
      if (!shown) return [];
      const params = { type, targets: shown.targets, profile };
      const about = { evidence: shown.evidence, subject: type, identity: [type] };
      return [{ message: 'unprotected' as const, params, ...about }];
    });
    const unknown = all.find(({ coverage }) => coverage === 'unknown');
    if (drafts.length > 0 || !unknown) return drafts;
    return cannotTell(`Whether ${unknown.type} on ${unknown.mount.value.target} holds data is not known.`);
  },
});
