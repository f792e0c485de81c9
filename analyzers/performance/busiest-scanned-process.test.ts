import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { busiestScannedProcess } from './busiest-scanned-process.ts';

const block = (path: string, files: number, seconds: number): string =>
  `=====================================\nProcess id: 560\nName: ${path.slice(path.lastIndexOf('/') + 1)}\nPath: "${path}"\nTotal files scanned: ${files}\nScan time (ns): "${seconds}000000000"\nStatus: Active\n`;
const HEALTH =
  'healthy : true\napp_version : "101.26062.0007"\nreal_time_protection_enabled : true\npassive_mode_enabled : false\n';
const BUSY = block('/usr/bin/rsync', 9000, 20) + block('/usr/sbin/cron', 300, 1);

testAnalyzer(busiestScannedProcess, {
  found: [
    {
      name: 'most files',
      files: { 'rtp_statistics.txt': BUSY },
      findings: [
        {
          text: '/usr/bin/rsync is the cause of 97 % of the scans (9000 of 9300 files)',
          at: ['rtp_statistics.txt:5'],
          severity: 'low',
        },
      ],
    },
    {
      name: 'many processes of one program, in JSON',
      files: {
        'real_time_protection.json': `{"counters":[\n${[400, 500, 300]
          .map(
            (files) =>
              `{"id":1,"name":"worker","path":"/opt/worker","totalFilesScanned":"${files}","totalScanTime":"1"}`,
          )
          .join(
            ',\n',
          )},\n{"id":2,"name":"cron","path":"/usr/sbin/cron","totalFilesScanned":"900","totalScanTime":"1"}]}`,
      },
      findings: [
        {
          text: '/opt/worker is the cause of 57 % of the scans (1200 of 2100 files)',
          at: ['real_time_protection.json:3'],
        },
      ],
    },
    {
      name: 'a few files that take long',
      files: { 'rtp_statistics.txt': block('/usr/bin/zipper', 40, 900) + block('/usr/sbin/cron', 3000, 100) },
      findings: [
        {
          text: '/usr/bin/zipper is the cause of 90 % of the time of all scans (900 s)',
          at: ['rtp_statistics.txt:5'],
        },
        {
          text: '/usr/sbin/cron is the cause of 99 % of the scans (3000 of 3040 files)',
          at: ['rtp_statistics.txt:12'],
        },
      ],
    },
  ],
  clean: [
    {
      name: 'no program stands out',
      files: {
        'rtp_statistics.txt':
          block('/usr/bin/a', 900, 400) + block('/usr/bin/b', 901, 400) + block('/usr/bin/c', 300, 10),
      },
    },
    {
      name: 'few scans',
      files: { 'rtp_statistics.txt': block('/usr/bin/a', 900, 20) + block('/usr/bin/b', 3, 1) },
    },
    {
      name: 'the program is excluded already',
      files: {
        'rtp_statistics.txt': BUSY,
        'exclusions.txt': 'Excluded process\nProcess name: "/usr/bin/rsync"\nScope: ["epp"]\n',
      },
    },
  ],
  blocked: [
    {
      name: 'no statistics',
      files: { 'health.txt': HEALTH },
      missing: ['mdatp.scan-statistics', 'mdatp.exclusions'],
    },
    {
      name: 'statistics are off',
      files: { 'rtp_statistics.txt': 'Real time protection statistics is disabled\n', 'health.txt': HEALTH },
    },
  ],
  notApplicable: [
    {
      name: 'real-time protection is off',
      files: {
        'rtp_statistics.txt': BUSY,
        'health.txt': HEALTH.replace('_enabled : true', '_enabled : false'),
      },
      reason: 'Real-time protection of the agent is off.',
    },
  ],
});
