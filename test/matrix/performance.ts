import { running } from './conflict.ts';
import { DAEMON, LSOF, MANAGED, PS, SYSCTL } from './places.ts';
import {
  addAfter,
  addFile,
  addLines,
  inEach,
  replaceEvery,
  replaceLine,
  replaceText,
  type Edit,
  type Plant,
} from './plants.ts';

const threads = (path: string): Edit =>
  replaceLine(path, 'maximumOnDemandScanThreads', '    "maximumOnDemandScanThreads": 64,');

const { 'client-analyzer': hanaInAnalyzer, plain: hanaInPlain } = running(
  'hdbadm',
  'hdbindexserver -port 30003',
);
const { 'client-analyzer': jenkinsInAnalyzer, plain: jenkinsInPlain } = running(
  'jenkins',
  '/usr/bin/java -jar /usr/share/java/jenkins.war --httpPort=8080',
);

/** Rows of processes that have run for weeks, as each kind's list writes them. */
const ROWS = {
  'client-analyzer': ['   ', '       1 root     ', ' 1738240 298312 ?        Ssl    Sep 29 32:11:09 '],
  sosreport: ['root        ', ' ', ' 1744120 288402 ?        -    Sep21  1971:22 '],
  supportconfig: ['root      ', ' ', ' 1741204 290118 ?        Ssl  Sep28  1920:44 '],
  plain: ['root         ', ' ', ' 1736118 288110 ?        Ssl  Oct02  1902:11 '],
} as const;

function row(kind: keyof typeof PS, pid: number, share: string, command: string): string {
  const [before, between, behind] = ROWS[kind];
  return `${before}${pid}${between}${share}  0.9${behind}${command}`;
}

const DAEMON_PATH = '/opt/microsoft/mdatp/sbin/wdavdaemon';
const PIDS = { 'client-analyzer': 1183, sosreport: 1120, supportconfig: 1204, plain: 640 } as const;
const KINDS = ['client-analyzer', 'sosreport', 'supportconfig', 'plain'] as const;

/** The daemon has taken most of a core since it started. */
const busyDaemon: Plant['in'] = Object.fromEntries(
  KINDS.map((kind) => [kind, [replaceLine(PS[kind], DAEMON, row(kind, PIDS[kind], '81.0', DAEMON_PATH))]]),
);

/** An audit plugin that takes a third of a core. */
const busyPlugin: Plant['in'] = Object.fromEntries(
  KINDS.map((kind) => [
    kind,
    [addAfter(PS[kind], DAEMON, row(kind, 9001, '44.0', '/opt/microsoft/mdatp/sbin/mdatp_audisp_plugin -d'))],
  ]),
);

const SOCKETS = Array.from(
  { length: 20_001 },
  (_, index) =>
    `wdavdaemo  8001                              0 ${index + 30}u     IPv4              25110       0t0        TCP 192.0.2.7:443`,
);

const ERRORS = Array.from(
  { length: 60 },
  (_, index) =>
    `[1204][1250][2026-10-13 09:00:00.402113 UTC][error]: Database of events is locked, try ${index}`,
);
const ERROR_LOGS = {
  'client-analyzer': 'mde_diagnostic.zip!/var/log/microsoft/mdatp/microsoft_defender_err.log',
  'mdatp-diagnostic': 'var/log/microsoft/mdatp/microsoft_defender_err.log',
  plain: 'microsoft_defender_err.log',
} as const;

const BUSY_BLOCK = `Process id: 77
Name: rsync
Path: "/usr/bin/rsync"
Total files scanned: 90000
Scan time (ns): "91000000000"
Status: Active
=====================================
`;
const BUSY_COUNTER =
  '{"id": 77, "isActive": true, "name": "rsync", "path": "/usr/bin/rsync", "totalFilesScanned": "90000", "totalScanTime": "91000000000"},';

const HOT_SOURCE =
  '{"authCount": "900", "notifyCount": "0", "path": "/srv/spool/journal", "pidCount": "1", "csId": "", "teamId": ""},';

/** cloud-init started this machine first in October; the file of the onboarding is of spring. */
const IMAGE: readonly Edit[] = [
  addFile(
    'var/log/cloud-init.log',
    '2026-10-01 05:10:31,442 - util.py[DEBUG]: Writing to /var/lib/cloud/instances/i-0b/sem/config_ssh - wb: [644] 25 bytes\n',
  ),
  addFile('etc/opt/microsoft/mdatp/mdatp_onboard.json', '{}\n', new Date('2026-04-02T08:00:00Z')),
];

export const performancePlants: readonly Plant[] = [
  {
    analyzer: 'performance/low-kernel-limits',
    in: inEach(SYSCTL, (path) => replaceLine(path, /^fs\.file-nr /u, 'fs.file-nr = 98112\t0\t100000')),
  },
  {
    analyzer: 'performance/low-kernel-limits',
    name: 'fanotify',
    in: inEach(SYSCTL, (path) => replaceLine(path, 'max_fanotify_marks', 'user.max_fanotify_marks = 64')),
  },
  {
    analyzer: 'performance/file-hash-computation',
    in: inEach(MANAGED, (path) =>
      replaceText(
        path,
        '"scanArchives": true,',
        '"scanArchives": true,\n    "enableFileHashComputation": true,',
      ),
    ),
  },
  {
    analyzer: 'performance/too-many-scan-threads',
    in: inEach({ 'client-analyzer': MANAGED['client-analyzer'], plain: MANAGED.plain }, threads),
  },
  { analyzer: 'performance/container-host', in: running('root', '/usr/bin/dockerd -H fd://') },
  {
    analyzer: 'performance/heavy-io-application',
    in: { 'client-analyzer': jenkinsInAnalyzer, plain: jenkinsInPlain },
  },
  {
    analyzer: 'performance/sap-host-settings',
    in: { 'client-analyzer': hanaInAnalyzer, plain: hanaInPlain },
    consequences: ['performance/heavy-io-application'],
  },
  {
    analyzer: 'performance/busiest-scanned-process',
    in: {
      'client-analyzer': [
        replaceText('rtp_statistics.txt', 'Process id: 1521\n', `${BUSY_BLOCK}Process id: 1521\n`),
      ],
      plain: [
        replaceText('real_time_protection.json', '"counters": [\n', `"counters": [\n${BUSY_COUNTER}\n`),
      ],
    },
  },
  {
    analyzer: 'performance/hot-event-source',
    in: {
      'client-analyzer': [
        addFile(
          'hot_event_sources.txt',
          'Total Events: 2000 Time: 12s. Throughput: 75.3333 events/sec.\n=========== Top 1 Hot Event Sources ===========\ncount   file path\n900     /srv/spool/journal\n',
        ),
      ],
      plain: [
        replaceText('hot_event_sources.json', '"eventSource": [\n', `"eventSource": [\n${HOT_SOURCE}\n`),
      ],
    },
  },
  { analyzer: 'performance/high-agent-cpu', in: busyDaemon },
  {
    analyzer: 'performance/high-agent-cpu',
    name: 'in samples',
    in: {
      'client-analyzer': [replaceEvery('top_output.txt', ' 41120 S   ', ' 41120 S  9')],
    },
  },
  { analyzer: 'performance/high-audisp-cpu', in: busyPlugin },
  {
    analyzer: 'performance/leaking-file-descriptors',
    in: {
      ...inEach(
        { 'client-analyzer': LSOF['client-analyzer'], sosreport: LSOF.sosreport, plain: LSOF.plain },
        (path) => addLines(path, ...SOCKETS),
      ),
      supportconfig: [addAfter(LSOF.supportconfig, '/opt/microsoft/mdatp/sbin/wdavdaemon', ...SOCKETS)],
    },
  },
  {
    analyzer: 'performance/recurring-agent-errors',
    in: inEach(ERROR_LOGS, (path) => addLines(path, ...ERRORS)),
  },
  {
    analyzer: 'performance/golden-image',
    in: { sosreport: IMAGE, 'mdatp-diagnostic': IMAGE },
    consequences: ['bundle/secrets-in-bundle'],
  },
];
