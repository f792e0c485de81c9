import {
  cannotTell,
  cite,
  defineAnalyzer,
  optional,
  type Citation,
  type Located,
} from '../../engine/api/index.ts';
import { lostFilesystems, type LostFilesystem } from '../../facts/kernel/lost-filesystems.ts';
import { hasOption, mountHolding } from '../../facts/storage/mount-holding.ts';
import { mounts, type Mount, type Mounts } from '../../facts/storage/mounts.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

/** What the agent must be able to write, and the root of the host. */
const FOLDERS = ['/', '/var', '/var/opt/microsoft/mdatp', '/var/log/microsoft/mdatp', '/opt/microsoft/mdatp'];
/** btrfs, overlay and images are read-only by design on hosts that update by transactions. */
const WRITTEN = /^(?:ext[234]|xfs|jfs|reiserfs)$/u;
/** Messages that are shown beside a mount. */
const MOST_SHOWN = 3;

export const remountedReadOnly = defineAnalyzer({
  id: 'filesystem/remounted-read-only',
  title: 'File system went read-only',
  why: 'Nothing can be written any more: definitions age, logs end, and services fail one after the other.',
  severity: 'critical',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { mounted: optional(mounts), lost: optional(lostFilesystems) },
  messages: {
    mounted: '{target} is mounted read-only',
    remounted: 'The kernel made {device} read-only after an error',
    shutDown: 'The kernel shut down the file system on {device} after an error',
  },
  remediation: {
    steps: [
      'Look for the first error of the disk or its path in the log of the kernel, and mend that first.',
      'Save what can be read, then check the file system while it is not mounted.',
      'Mount it again, restart the services that write there, and update the definitions.',
    ],
    commands: [
      { command: 'dmesg -T | grep -iE "error|read-only|shut ?down"', risk: 'safe' },
      { command: 'findmnt -O ro -t ext4,xfs', risk: 'safe' },
      { command: 'sudo fsck -n /dev/sdX1', risk: 'safe' },
    ],
    links: [links.installTrouble],
  },
  sources: [
    { document: 'linux-support-install', date: '2025-01' },
    { document: 'ext4(5) and xfs(5)', date: '2024-05' },
  ],

  evaluate({ mounted, lost }) {
    if (!mounted && !lost) {
      return cannotTell('Neither mounts nor messages of the kernel are in the bundle.', {
        mounts,
        lostFilesystems,
      });
    }
    const readOnly = mounted ? readOnlyMounts(mounted) : [];
    const gone = lost?.filesystems ?? [];
    if (readOnly.length === 0) return gone.map((one) => byMessage(one, mounted !== undefined));
    return [
      ...readOnly.map((mount) => byMount(mount, gone)),
      ...gone.filter(({ value }) => value.state === 'shut-down').map((one) => byMessage(one, false)),
    ];
  },
});

function readOnlyMounts({ mounts: all }: Mounts): readonly Located<Mount>[] {
  const holding = new Set(FOLDERS.flatMap((folder) => mountHolding(all, folder) ?? []));
  return [...holding].filter(({ value }) => WRITTEN.test(value.type) && hasOption(value, 'ro'));
}

function byMount(mount: Located<Mount>, gone: readonly Located<LostFilesystem>[]) {
  const { target } = mount.value;
  const messages = gone.filter(({ value }) => value.state === 'read-only').slice(0, MOST_SHOWN);
  const evidence: readonly [Citation, ...Citation[]] = [
    cite(mount),
    ...messages.map((one) => cite(one, 'context')),
  ];
  return { message: 'mounted', params: { target }, evidence, subject: target, identity: [target] } as const;
}

/** A message may be of another day: where the mounts show nothing read-only, it is over. */
function byMessage(one: Located<LostFilesystem>, isOver: boolean) {
  const { device, state } = one.value;
  const draft = { params: { device }, evidence: [cite(one)], subject: device, identity: [device] } as const;
  if (state === 'shut-down') return { ...draft, message: 'shutDown', severity: 'high' } as const;
  return isOver
    ? ({ ...draft, message: 'remounted', severity: 'medium', confidence: 'likely' } as const)
    : ({ ...draft, message: 'remounted' } as const);
}
