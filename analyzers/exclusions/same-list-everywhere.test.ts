import { testFleetAnalyzer } from '../../test/harness/test-fleet-analyzer.ts';
import { sameListEverywhere } from './same-list-everywhere.ts';

const PS = 'USER       PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND\n';
const LIST = ['/srv/db/', '/srv/app/', '/srv/cache/'];

/** The first exclusion is on line 3 of its file, the first program on line 2 of its own. */
const host = (name: string, commands: readonly string[], paths: readonly string[] = LIST) => ({
  'uname.txt': `Linux ${name} 5.14.0-427.el9.x86_64 #1 SMP x86_64 GNU/Linux\n`,
  'ps.txt':
    PS +
    commands
      .map((command, index) => `root ${index + 20} 0.0 0.0 21452 1536 ? Ss Mar09 0:01 ${command}\n`)
      .join('') +
    'root 10 0.0 0.0 21452 1536 ? Ss Mar09 0:01 /usr/sbin/sshd -D\n',
  'exclusions.txt': `=====================================\n${paths
    .map((path) => `Excluded folder\nPath: "${path}"\nScope: ["epp"]\n---\n`)
    .join('')}=====================================\n`,
});

const NGINX = '/usr/sbin/nginx -g x';
const POSTGRES = '/usr/bin/postgres -D /srv/db';

testFleetAnalyzer(sameListEverywhere, {
  found: [
    {
      name: 'a web server and a database, and a second web server',
      bundles: [
        host('web-03', [NGINX]),
        host('web-04', [NGINX]),
        host('db-01', [POSTGRES], ['/srv/cache', '/srv/db/', '/srv/app/']),
      ],
      findings: [
        {
          text: 'The same 3 exclusions stand on 3 hosts of different work: web-03 runs nginx, db-01 runs postgresql',
          at: ['0:exclusions.txt:3', '0:ps.txt:2', '2:exclusions.txt:3', '2:ps.txt:2', '1:exclusions.txt:3'],
          severity: 'info',
        },
      ],
    },
    {
      name: 'two exclusions, where two are asked for',
      bundles: [host('web-03', [NGINX], ['/a/', '/b/']), host('db-01', [POSTGRES], ['/a/', '/b/'])],
      thresholds: { 'exclusions.shared-list-length': 2 },
      findings: [
        {
          text: 'The same 2 exclusions stand on 2 hosts of different work: web-03 runs nginx, db-01 runs postgresql',
          at: ['0:exclusions.txt:3', '0:ps.txt:2', '1:exclusions.txt:3', '1:ps.txt:2'],
        },
      ],
    },
  ],
  clean: [
    { name: 'hosts of the same work', bundles: [host('web-03', [NGINX]), host('web-04', [NGINX])] },
    {
      name: 'hosts that have some of their work in common',
      bundles: [host('web-03', [NGINX]), host('db-01', [POSTGRES, NGINX])],
    },
    {
      name: 'lists that differ',
      bundles: [host('web-03', [NGINX]), host('db-01', [POSTGRES], [...LIST, '/srv/more/'])],
    },
    {
      name: 'two exclusions are the same by chance',
      bundles: [host('web-03', [NGINX], ['/a/', '/b/']), host('db-01', [POSTGRES], ['/a/', '/b/'])],
    },
  ],
  blocked: [
    { name: 'one report', bundles: [host('web-03', [NGINX])] },
    {
      name: 'the work of the hosts is not known',
      bundles: [host('web-03', []), host('db-01', [])],
      reason: 'Fewer than two hosts have a name, a whole list of exclusions, and known server programs.',
    },
    {
      name: 'two bundles of one host',
      bundles: [host('web-03', [NGINX]), host('web-03', [POSTGRES])],
      reason: 'Fewer than two hosts have a name, a whole list of exclusions, and known server programs.',
    },
    {
      name: 'one host without exclusions',
      bundles: [
        host('web-03', [NGINX]),
        { ...host('db-01', [POSTGRES]), 'exclusions.txt': 'No exclusions\n' },
      ],
    },
  ],
});
