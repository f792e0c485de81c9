import { cite, defineAnalyzer, sourcesOf, type Citation, type Located } from '../../engine/api/index.ts';
import { mounts, type Mount } from '../../facts/storage/mounts.ts';
import { agentPresent } from '../applies.ts';
import { fileSystems, type FileSystemCoverage } from '../knowledge/file-systems.ts';
import { links } from '../links.ts';

/** Mounts that are shown beside one type; more of them prove nothing more. */
const MOST_SHOWN = 5;
/** Where the kernel and session services mount what is not the host's data. */
const SYSTEM_TREES = /^\/(?:proc|sys|dev|snap|run\/(?:user|snapd|credentials|lock)|var\/lib\/snapd)(?:\/|$)/u;

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
    customOnly: '{type} is covered by custom scans only: {targets}',
  },
  remediation: {
    steps: [
      'Decide whether files on these mounts are run or shared; if so, scan them by a scheduled custom scan.',
      'Move the data to a covered file system, or protect the server that exports it.',
    ],
    commands: [{ command: 'mdatp scan custom --path /path/to/mount', risk: 'changes-host' }],
    links: [links.fileSystems],
  },
  sources: sourcesOf(fileSystems),

  evaluate({ mounted }, { profile, know }) {
    const known = know(fileSystems);
    const typesOf = (coverage: FileSystemCoverage['coverage']): readonly string[] =>
      known.filter((row) => row.coverage === coverage).map(({ type }) => type);
    const covered = typesOf('full');
    const pseudo = typesOf('pseudo');
    const custom = typesOf('custom');
    const byType = new Map<string, Located<Mount>[]>();
    for (const mount of mounted.mounts) {
      const type = typeOf(mount.value);
      if (isCovered(type, covered) || pseudo.includes(type)) continue;
      if (SYSTEM_TREES.test(mount.value.target)) continue;
      byType.set(type, [...(byType.get(type) ?? []), mount]);
    }
    return [...byType].flatMap(([type, found]) => {
      const [first, ...rest] = found.slice(0, MOST_SHOWN).map((mount) => cite(mount));
      if (!first) return [];
      const evidence: readonly [Citation, ...Citation[]] = [first, ...rest];
      const about = { evidence, subject: type, identity: [type] };
      const targets = targetsOf(found);
      const isCustom = custom.includes(type);
      const draft = isCustom
        ? { ...about, message: 'customOnly' as const, params: { type, targets }, severity: 'info' as const }
        : { ...about, message: 'unprotected' as const, params: { type, targets, profile } };
      return [draft];
    });
  },
});

/** NFS 4 may be written as type nfs with an option. */
function typeOf({ type, options }: Mount): string {
  const lower = type.toLowerCase();
  return lower === 'nfs' && /(?:^|,)(?:nfs)?vers=4/u.test(options) ? 'nfs4' : lower;
}

/** Any fuse file system counts as fuse, unless it is named by itself. */
function isCovered(type: string, covered: readonly string[]): boolean {
  const named = [
    'fuse.s3fs',
    'fuse.sshfs',
    'fuse.blobfuse',
    'fuse.blobfuse2',
    'fuse.gcsfuse',
    'fuse.glusterfs',
  ];
  return (
    covered.includes(type) || (type.startsWith('fuse.') && !named.includes(type) && covered.includes('fuse'))
  );
}

function targetsOf(found: readonly Located<Mount>[]): string {
  const shown = found.slice(0, MOST_SHOWN).map(({ value }) => value.target);
  const more = found.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}
