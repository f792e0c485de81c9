import { running } from './conflict.ts';
import { MANAGED, SYSCTL } from './places.ts';
import { inEach, replaceLine, replaceText, type Edit, type Plant } from './plants.ts';

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
];
