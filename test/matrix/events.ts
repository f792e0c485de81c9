import type { KindId } from '../../facts/kinds.ts';
import { AGENT_LINE, AGENT_RULE, loaded, OF_READER, onDisk, readsFromAuditd, type Reader } from './audit.ts';
import { AUDIT_STATUS, HEALTH } from './places.ts';
import { inEach, replaceLine, type Edit, type Plant } from './plants.ts';

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
];
