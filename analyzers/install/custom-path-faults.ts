import { cite, type Evidence1, type Located } from '../../engine/api/index.ts';
import type { Directories } from '../../facts/mdatp/directories.ts';
import type { MdatpProcesses } from '../../facts/mdatp/mdatp-processes.ts';
import { mountHolding } from '../../facts/storage/mount-holding.ts';
import type { Mounts } from '../../facts/storage/mounts.ts';
import { DEFAULT_PLACE, linkOrFolder } from './install-place.ts';

interface Draft<Message extends string, Params> {
  readonly message: Message;
  readonly params: Params;
  readonly evidence: Evidence1;
  readonly identity: readonly string[];
}

type Path = Located<string>;

export function otherCopy(
  path: Path,
  copy: Path | undefined,
): readonly Draft<'otherCopy', { readonly path: string; readonly other: string }>[] {
  if (!copy || withoutSlash(copy.value) === withoutSlash(path.value)) return [];
  const params = { path: path.value, other: copy.value };
  return [
    { message: 'otherCopy', params, evidence: [cite(path), cite(copy, 'conflicts-with')], identity: [] },
  ];
}

/** The default place must be a link to the tree below the path. */
export function otherLink(
  path: Path,
  listed: Directories | undefined,
): readonly (
  | Draft<'otherLink', { readonly found: string; readonly wanted: string }>
  | Draft<'noLink', { readonly wanted: string }>
)[] {
  const wanted = treeOf(path);
  const found = linkOrFolder(listed);
  if (!found || withoutSlash(found.value) === wanted || wanted === DEFAULT_PLACE) return [];
  const about = { evidence: [cite(path), cite(found, 'conflicts-with')] as const, identity: [] };
  return found.value === DEFAULT_PLACE
    ? [{ ...about, message: 'noLink', params: { wanted } }]
    : [{ ...about, message: 'otherLink', params: { wanted, found: found.value } }];
}

/** A daemon that ps shows by the link runs from the right place all the same. */
export function otherDaemon(
  path: Path,
  processes: MdatpProcesses | undefined,
): readonly Draft<'otherDaemon', { readonly found: string; readonly wanted: string }>[] {
  const wanted = `${treeOf(path)}/sbin/wdavdaemon`;
  const daemon = processes?.processes.find(({ value }) => value.role === 'daemon');
  const found = daemon?.value.program;
  if (!daemon || found === undefined || !found.startsWith('/')) return [];
  if (found === wanted || found === `${DEFAULT_PLACE}/sbin/wdavdaemon`) return [];
  const evidence = [cite(path), cite(daemon, 'conflicts-with')] as const;
  return [{ message: 'otherDaemon', params: { found, wanted }, evidence, identity: [] }];
}

/** Folders on the way to the daemon; others of the tree may be closed for good reason. */
export function closedFolder(
  path: Path,
  listed: Directories | undefined,
): readonly Draft<'closed', { readonly folder: string; readonly mode: string }>[] {
  const daemon = `${treeOf(path)}/sbin/`;
  const closed = listed?.files.find(
    ({ value }) =>
      value.mode.startsWith('d') &&
      `${value.path}/`.startsWith(`${withoutSlash(path.value)}/`) &&
      daemon.startsWith(`${value.path}/`) &&
      !/^drwxr[-w][xs]r[-w][xt]$/u.test(value.mode),
  );
  if (!closed) return [];
  const { path: folder, mode } = closed.value;
  return [
    {
      message: 'closed',
      params: { folder, mode },
      evidence: [cite(closed), cite(path, 'context')],
      identity: [folder],
    },
  ];
}

/** Network file systems, and those of media that people pull out. */
const CAN_GO_AWAY =
  /^(?:nfs4?|cifs|smb3?|smbfs|fuse\.sshfs|fuse\.s3fs|fuse\.glusterfs|glusterfs|lustre|ceph|afs|9p|iso9660|udf|vfat|exfat)$/u;

export function mountTrouble(
  path: Path,
  mounts: Mounts | undefined,
): readonly (Draft<'network', { readonly path: string; readonly target: string; readonly type: string }> & {
  readonly severity: 'medium';
})[] {
  const mount = mounts && mountHolding(mounts.mounts, path.value);
  if (!mount) return [];
  const { target, type } = mount.value;
  if (!CAN_GO_AWAY.test(type) && !/^\/(?:run\/)?media\//u.test(target)) return [];
  return [
    {
      message: 'network',
      params: { path: path.value, target, type },
      evidence: [cite(mount), cite(path, 'conflicts-with')],
      // The document advises against it; it does not forbid it.
      severity: 'medium',
      identity: [target],
    },
  ];
}

function treeOf(path: Path): string {
  return `${withoutSlash(path.value)}${DEFAULT_PLACE}`;
}

function withoutSlash(path: string): string {
  return path.length > 1 ? path.replace(/\/$/u, '') : path;
}
