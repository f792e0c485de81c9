import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { missingScope } from './missing-scope.ts';

const managed = (section: string, entry: string) => ({
  'mdatp_managed.json': `{"${section}":{"exclusions":[\n${entry}\n]}}\n`,
});

testAnalyzer(missingScope, {
  found: [
    {
      name: 'a folder without scopes',
      files: managed('exclusionSettings', '{"$type":"excludedPath","isDirectory":true,"path":"/srv/db/"}'),
      findings: [
        {
          text: 'The exclusion /srv/db/ in exclusionSettings states no scopes and counts as global',
          at: ['mdatp_managed.json:2'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'a program without scopes',
      files: managed('exclusionSettings', '{"$type":"excludedFileName","name":"/usr/bin/ccache"}'),
      findings: [
        {
          text: 'The exclusion /usr/bin/ccache in exclusionSettings states no scopes and counts as global',
          at: ['mdatp_managed.json:2'],
        },
      ],
    },
  ],
  clean: [
    {
      name: 'sample text, which is another fault',
      files: managed(
        'exclusionSettings',
        '{"$type":"excludedFileName","name":"/bin/cat<EXAMPLE DO NOT USE>"}',
      ),
    },
    {
      name: 'scopes are stated',
      files: managed('exclusionSettings', '{"$type":"excludedPath","path":"/srv/db","scopes":["epp"]}'),
    },
    {
      name: 'the section of the antivirus, which has no scopes',
      files: managed('antivirusEngine', '{"$type":"excludedPath","isDirectory":true,"path":"/srv/db/"}'),
    },
    { name: 'no exclusions', files: { 'mdatp_managed.json': '{"cloudService":{"enabled":true}}\n' } },
  ],
  blocked: [
    {
      name: 'no managed settings, only the list of the command, where epp is the default',
      files: { 'exclusions.txt': 'Excluded folder\nPath: "/srv/db/"\n' },
    },
  ],
});
