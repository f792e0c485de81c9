import type { KindId } from '../../facts/kinds.ts';
import { AGENT_LINE, AGENT_RULE, loaded, OF_READER, onDisk, readsFromAuditd, type Reader } from './audit.ts';
import { running } from './conflict.ts';
import { AUDIT_STATUS, HEALTH, MANAGED, MOUNT, OS_RELEASE, UNAME } from './places.ts';
import { addAfter, addLines, inEach, replaceLine, replaceText, type Edit, type Plant } from './plants.ts';

type AuditKind = keyof typeof AUDIT_STATUS;

/** A value of `auditctl -s` is another. */
function status(key: string, before: number, after: number): Plant['in'] {
  return inEach(AUDIT_STATUS, (path) =>
    replaceLine(path, new RegExp(`^${key} ${before}$`, 'u'), `${key} ${after}`),
  );
}

/** The same edits in each of some kinds. */
function kindByKind<Kind extends KindId>(
  kinds: readonly Kind[],
  edits: (kind: Kind) => readonly Edit[],
): Plant['in'] {
  return Object.fromEntries(kinds.map((kind) => [kind, edits(kind)]));
}

const AUDIT_KINDS = ['client-analyzer', 'sosreport', 'supportconfig', 'plain'] as const;
/** Those that hold the health of the agent. */
const HEALTH_KINDS = ['client-analyzer', 'plain'] as const;

/** A fault of an agent that reads from auditd. */
function ofReader(edits: (kind: AuditKind) => readonly Edit[], reader: Reader = {}): Plant['in'] {
  return kindByKind(AUDIT_KINDS, (kind) => [...readsFromAuditd(reader)[kind], ...edits(kind)]);
}

const rules = (count: number): string =>
  Array.from({ length: count }, (_, index) => `-w /etc/app/${index}.conf -p wa -k app`).join('\n');

/** The host runs another kernel. */
function kernelIs(kind: keyof typeof UNAME, release: string): Edit {
  return replaceText(UNAME[kind], KERNELS[kind], release);
}

const KERNELS = {
  'client-analyzer': '5.15.0-161-generic',
  sosreport: '5.14.0-570.42.2.el9_6.x86_64',
  supportconfig: '5.14.21-150500.55.113-default',
  plain: '6.1.0-40-amd64',
} as const;

/** The host is of another distribution and release. */
function releaseIs(kind: keyof typeof OS_RELEASE, id: string, version: string): readonly Edit[] {
  return [
    replaceLine(OS_RELEASE[kind], /^ID=/u, `ID="${id}"`),
    replaceLine(OS_RELEASE[kind], /^VERSION_ID=/u, `VERSION_ID="${version}"`),
  ];
}

/** The packages of such a host, where they are listed, are still those of the sample. */
const OF_RELEASE = {
  sosreport: ['platform/package-for-other-distribution'],
  supportconfig: ['install/missing-rpm-dependencies', 'platform/package-for-other-distribution'],
  plain: ['install/missing-netfilter-rpm-dependencies', 'install/missing-rpm-dependencies'],
} as const;

/** Where each host writes what its services say, and the line behind which more can stand. */
const LOG = {
  'client-analyzer': ['syslogs.zip!/syslogs/syslog', 'Starting Message of the Day'],
  sosreport: ['sos_commands/logs/journalctl_--no-pager', 'Started Session 518 of User admin'],
  supportconfig: ['messages.txt', '# /var/log/messages - Last 500 Lines'],
  plain: ['var/log/syslog', undefined],
} as const;

function logged(kind: AuditKind, message: string): Edit {
  const [path, behind] = LOG[kind];
  const line = `Oct 14 09:11:00 host ${message}`;
  return behind === undefined ? addLines(path, line) : addAfter(path, behind, line);
}

/** The outputs that tell how the rules were loaded at the last start tell it no more. */
const WITHOUT_LAST_START: Readonly<Record<AuditKind, readonly Edit[]>> = {
  'client-analyzer': [replaceLine('auditd_info.txt', 'augenrules --load (code=', undefined)],
  sosreport: [
    replaceLine('sos_commands/systemd/systemctl_status_--all', 'augenrules --load (code=', undefined),
  ],
  supportconfig: [replaceLine('security-audit.txt', 'augenrules --load (code=', undefined)],
  plain: [replaceLine('systemctl_status_auditd.txt', 'augenrules --load (code=', undefined)],
};

const AGENT_RECORD =
  'type=SYSCALL msg=audit(1791966502.004:9131): arch=c000003e syscall=59 success=yes exit=0 comm="payd" exe="/opt/pay/bin/payd" key="mdatp"';

/** A dozen records of the agent stand in the log of audit. */
function recorded(kind: AuditKind): Edit {
  const lines = Array.from({ length: 12 }, () => AGENT_RECORD);
  if (kind === 'supportconfig')
    return addAfter('security-audit.txt', '# /var/log/audit/audit.log - Last 200 Lines', ...lines);
  const path =
    kind === 'client-analyzer' ? 'auditd_logs.zip!/auditd_logs/audit.log' : 'var/log/audit/audit.log';
  return addLines(path, ...lines);
}

const LAST_DISK = /^\/dev\/(?:mapper\/vg0-srv|mapper\/rhel-pgdata|vdb1) on /u;

const SAP = running('hdbadm', '/usr/sap/HDB/HDB00/exe/sapstartsrv');
const UPTRACK = running('root', '/usr/sbin/uptrack-upgrade');

export const eventsPlants: readonly Plant[] = [
  {
    analyzer: 'events/event-provider-fallback',
    in: inEach(HEALTH, (path) =>
      replaceLine(
        path,
        'supplementary_events_subsystem',
        'supplementary_events_subsystem              : "netlink"',
      ),
    ),
  },
  {
    analyzer: 'events/auditd-provider',
    in: kindByKind(HEALTH_KINDS, (kind) => readsFromAuditd()[kind]),
  },
  {
    analyzer: 'events/immutable-audit',
    name: 'with rules of the agent',
    in: kindByKind(AUDIT_KINDS, (kind) => [
      replaceLine(AUDIT_STATUS[kind], /^enabled 1$/u, 'enabled 2'),
      loaded(AGENT_RULE)[kind],
    ]),
    consequences: ['events/leftover-audit-rules'],
  },
  {
    analyzer: 'events/leftover-audit-rules',
    name: 'in the kernel',
    in: kindByKind(AUDIT_KINDS, (kind) => [loaded(AGENT_RULE)[kind]]),
  },
  {
    analyzer: 'events/leftover-audit-rules',
    name: 'on disk',
    in: kindByKind(AUDIT_KINDS, (kind) => [onDisk(AGENT_LINE)[kind]]),
  },
  {
    analyzer: 'events/missing-mdatp-audit-rules',
    in: kindByKind(HEALTH_KINDS, (kind) => readsFromAuditd({ loaded: false, onDisk: false })[kind]),
    consequences: OF_READER,
  },
  {
    analyzer: 'events/audit-rules-drift',
    name: 'no longer on disk',
    in: ofReader(() => [], { onDisk: false }),
    consequences: OF_READER,
  },
  {
    analyzer: 'events/audit-rules-drift',
    name: 'not loaded',
    in: kindByKind(HEALTH_KINDS, (kind) => readsFromAuditd({ loaded: false })[kind]),
    consequences: ['events/auditd-provider', 'events/missing-mdatp-audit-rules'],
  },
  {
    analyzer: 'events/suppressed-audit',
    in: ofReader((kind) => [loaded('-a never,task')[kind]]),
    consequences: OF_READER,
  },
  {
    analyzer: 'events/too-many-audit-rules',
    in: kindByKind(AUDIT_KINDS, (kind) => [loaded(rules(301))[kind]]),
  },
  { analyzer: 'events/lost-audit-events', in: status('lost', 0, 18_211) },
  {
    analyzer: 'events/small-audit-backlog',
    in: ofReader((kind) => [replaceLine(AUDIT_STATUS[kind], /^backlog_limit 8192$/u, 'backlog_limit 320')]),
    consequences: OF_READER,
  },
  { analyzer: 'events/audit-failure-panics', in: status('failure', 1, 2) },
  { analyzer: 'events/audit-rate-limit', in: status('rate_limit', 0, 2500) },
  {
    analyzer: 'events/ebpf-switched-off',
    in: inEach(MANAGED, (path) =>
      replaceText(
        path,
        '  "cloudService": {\n',
        '  "features": { "ebpfSupplementaryEventProvider": "disabled" },\n  "cloudService": {\n',
      ),
    ),
  },
  {
    analyzer: 'events/kernel-below-ebpf-minimum',
    in: {
      'client-analyzer': [kernelIs('client-analyzer', '4.4.0-31-generic')],
      sosreport: [kernelIs('sosreport', '3.10.0-862.el7.x86_64')],
      supportconfig: [kernelIs('supportconfig', '4.12.14-195-default')],
      plain: [kernelIs('plain', '4.9.0-19-amd64')],
    },
  },
  {
    analyzer: 'events/kernel-hangs-with-ebpf',
    in: kindByKind(AUDIT_KINDS, (kind) => [
      ...releaseIs(kind, 'ol', '8.8'),
      kernelIs(kind, '5.15.0-0.30.20.el8uek.x86_64'),
    ]),
    consequences: OF_RELEASE,
  },
  {
    analyzer: 'events/ebpf-with-sap-on-rhel81',
    in: kindByKind(AUDIT_KINDS, (kind) => [...releaseIs(kind, 'rhel', '8.1'), ...SAP[kind]]),
    consequences: {
      ...OF_RELEASE,
      // Where settings of the agent are known, what SAP asks of them is judged as well.
      'client-analyzer': ['performance/sap-host-settings'],
      plain: [...OF_RELEASE.plain, 'performance/sap-host-settings'],
    },
  },
  {
    analyzer: 'events/ksplice-on-ol79',
    in: kindByKind(AUDIT_KINDS, (kind) => [...releaseIs(kind, 'ol', '7.9'), ...UPTRACK[kind]]),
    consequences: OF_RELEASE,
  },
  {
    analyzer: 'events/faulty-rules-skipped',
    in: kindByKind(AUDIT_KINDS, (kind) => [onDisk('-c')[kind]]),
  },
  {
    analyzer: 'events/failed-audit-rule-load',
    in: kindByKind(AUDIT_KINDS, (kind) => [
      ...WITHOUT_LAST_START[kind],
      logged(kind, 'augenrules[700]: There was an error in line 9 of /etc/audit/audit.rules'),
    ]),
  },
  {
    analyzer: 'events/missing-audisp-plugin',
    in: kindByKind(HEALTH_KINDS, (kind) => readsFromAuditd({ plugin: false })[kind]),
    consequences: OF_READER,
  },
  {
    analyzer: 'events/shell-excluded-from-audit',
    in: ofReader((kind) => [loaded('-a never,exit -S all -F exe=/bin/bash')[kind]]),
    consequences: OF_READER,
  },
  {
    analyzer: 'events/lossy-dispatcher',
    in: ofReader((kind) => [logged(kind, 'audispd: queue is full - dropping event')]),
    consequences: OF_READER,
  },
  {
    analyzer: 'events/flooded-audit-log',
    in: ofReader((kind) => [recorded(kind)]),
    consequences: OF_READER,
  },
  {
    analyzer: 'events/dropped-events',
    in: {
      'client-analyzer': [
        replaceLine('mde_event_statistics.txt', /^Dropped events: 0$/u, 'Dropped events: 22107'),
      ],
      'mdatp-diagnostic': [
        replaceText(
          'var/log/microsoft/mdatp/microsoft_defender_diagnostic_event_provider_counters.json',
          '"droppedEvents": "0"',
          '"droppedEvents": "22107"',
        ),
      ],
    },
  },
  {
    analyzer: 'events/missing-file-events',
    in: kindByKind(AUDIT_KINDS, (kind) => [
      addAfter(MOUNT[kind], LAST_DISK, '/dev/sdc1 on /data type zfs (rw,relatime,xattr,noacl)'),
    ]),
    consequences: ['filesystem/unprotected-filesystem'],
  },
];
