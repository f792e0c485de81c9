import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { heavyIoApplication } from './heavy-io-application.ts';

const ps = (...commands: readonly string[]): string =>
  `UID PID PPID C STIME TTY TIME CMD\nroot 1 0 0 10:00 ? 00:00:00 /sbin/init\n${commands.map((one, index) => `root ${index + 20} 1 0 10:00 ? 00:00:00 ${one}\n`).join('')}`;
const health = (active = true): string =>
  `healthy : true\napp_version : "101.26062.0007"\nreal_time_protection_enabled : ${active}\npassive_mode_enabled : false\n`;
const POSTGRES = '/usr/lib/postgresql/16/bin/postgres -D /srv/db/main -c config_file=/etc/postgresql.conf';
const JENKINS = 'java -jar /usr/share/java/jenkins.war --httpPort=8080';
const NONE = 'No exclusions\n';
const excluded = (what: string): string => `${what}\nScope: ["epp"]\n`;
const bundle = (exclusions: string, ...commands: readonly string[]) => ({
  ps: ps(...commands),
  'health.txt': health(),
  'exclusions.txt': exclusions,
});

testAnalyzer(heavyIoApplication, {
  found: [
    {
      name: 'a build server and a database',
      files: bundle(NONE, JENKINS, POSTGRES),
      findings: [
        {
          text: 'Jenkins runs under real-time protection, and no exclusion is made for it',
          at: ['ps:3', 'health.txt:3'],
          severity: 'low',
        },
        {
          text: 'PostgreSQL runs under real-time protection, and no exclusion is made for it',
          at: ['ps:4', 'health.txt:3'],
          severity: 'low',
        },
      ],
    },
    {
      name: 'an application that no document names',
      files: bundle(excluded('Excluded folder\nPath: "/srv/shop/cache/"'), '/usr/sbin/mysqld --user=mysql'),
      findings: [
        {
          text: 'MySQL or MariaDB runs under real-time protection, and no exclusion is made for it',
          at: ['ps:3', 'health.txt:3'],
          severity: 'info',
        },
      ],
    },
  ],
  clean: [
    { name: 'nothing of the table runs', files: bundle(NONE, '/usr/sbin/sshd -D', 'vim postgres.conf') },
    {
      name: 'the program is excluded',
      files: bundle(excluded('Excluded process\nProcess name: postgres'), POSTGRES),
    },
    {
      name: 'the folder of data is excluded',
      files: bundle(excluded('Excluded folder\nPath: "/srv/db/"'), POSTGRES),
    },
    {
      name: 'an exclusion that speaks of the application',
      files: bundle(excluded('Excluded folder\nPath: "/data/pgsql/"'), 'postgres: checkpointer'),
    },
    {
      name: 'a managed exclusion',
      files: {
        ps: ps(JENKINS),
        'health.txt': health(),
        'mdatp_managed.json':
          '{ "exclusionSettings": { "exclusions": [{ "$type": "excludedPath", "path": "/var/lib/jenkins", "isDirectory": true, "scopes": ["epp"] }] } }',
      },
    },
    { name: 'nothing runs, and nothing else is known', files: { ps: ps('/usr/sbin/sshd -D') } },
  ],
  blocked: [
    {
      name: 'no processes',
      files: { 'health.txt': health(), 'exclusions.txt': NONE },
      missing: ['process.list'],
    },
    {
      name: 'the mode of the agent is not known',
      files: { ps: ps(POSTGRES), 'exclusions.txt': NONE },
      reason: 'Whether real-time protection is on is not in the bundle.',
    },
    {
      name: 'the exclusions are not known',
      files: { ps: ps(POSTGRES), 'health.txt': health() },
      reason: 'What is excluded is not in the bundle.',
    },
  ],
  notApplicable: [
    {
      name: 'real-time protection is off',
      files: { ps: ps(POSTGRES), 'health.txt': health(false), 'exclusions.txt': NONE },
      reason: 'Real-time protection of the agent is off.',
    },
  ],
});
