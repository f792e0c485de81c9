import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { symlinkedPath } from './symlinked-path.ts';

const list = (...paths: readonly string[]) => ({
  'exclusions.txt': paths.map((path) => `Excluded folder\nPath: "${path}"\nScope: ["epp"]\n---\n`).join(''),
});
const links = {
  'root-symlinks': [
    '   131      0 lrwxrwxrwx   1 root     root            6 Aug 10  2024 /var/run -> ../run\n',
    '   148      0 lrwxrwxrwx   1 root     root            9 Aug 10  2024 /srv/db -> /data/db\n',
  ].join(''),
};
const os = (id: string, version: string) => ({
  'os-release': `NAME="${id}"\nID="${id}"\nVERSION_ID="${version}"\n`,
});

testAnalyzer(symlinkedPath, {
  found: [
    {
      name: 'a link of this host',
      files: { ...list('/srv/db/'), ...links },
      findings: [
        {
          text: 'The exclusion /srv/db/ leads through /srv/db, a link to /data/db',
          at: ['exclusions.txt:2', 'root-symlinks:2'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'a folder below a relative link',
      files: { ...list('/var/run/app/'), ...links },
      findings: [
        {
          text: 'The exclusion /var/run/app/ leads through /var/run, a link to /run',
          at: ['exclusions.txt:2', 'root-symlinks:1'],
        },
      ],
    },
    {
      name: 'a link that the distribution makes',
      files: { ...list('/lib/app/'), ...os('rhel', '9.4') },
      findings: [
        {
          text: 'The exclusion /lib/app/ leads through /lib, a link to /usr/lib',
          at: ['exclusions.txt:2', 'os-release:2'],
        },
      ],
    },
  ],
  clean: [
    { name: 'a real path', files: { ...list('/data/db/'), ...links } },
    { name: 'a name that begins like a link', files: { ...list('/srv/db2/', '/var/running/'), ...links } },
    { name: 'the real path is excluded as well', files: { ...list('/srv/db/', '/data/db/'), ...links } },
    {
      name: 'an extension',
      files: { 'exclusions.txt': 'Excluded extension\nExtension: ".log"\nScope: ["epp"]\n' },
    },
  ],
  blocked: [
    { name: 'no list of exclusions', files: links },
    {
      name: 'a distribution whose links are not known',
      files: { ...list('/lib/app/'), ...os('sles', '12.5') },
      reason: 'Neither the links at the root nor those of the distribution are known.',
    },
    {
      name: 'a release from before the merge',
      files: { ...list('/lib/app/'), ...os('debian', '11') },
      reason: 'Neither the links at the root nor those of the distribution are known.',
    },
  ],
});
