import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { tooLittleDiskForCrashDumps } from './too-little-disk-for-crash-dumps.ts';

const health = (diagnostic: string): string =>
  `healthy : true\napp_version : "101.24012.0001"\ncloud_diagnostic_enabled : ${diagnostic}\n`;
const df = (available: number): string =>
  `Filesystem     1K-blocks     Used Available Use% Mounted on\n/dev/sda1 52403200 ${52403200 - available} ${available} 94% /\n`;

testAnalyzer(tooLittleDiskForCrashDumps, {
  found: [
    {
      name: 'three gibibytes, where four are asked for',
      profile: 'seed',
      files: { 'health.txt': health('true'), df: df(3145728) },
      findings: [
        {
          text: 'The file system of /var has 3 GiB left; with cloud diagnostics on, profile seed asks for 4 GiB',
          at: ['df:2', 'health.txt:3'],
          severity: 'medium',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'diagnostics are off',
      profile: 'seed',
      files: { 'health.txt': health('false'), df: df(3145728) },
    },
    {
      name: 'exactly four gibibytes',
      profile: 'seed',
      files: { 'health.txt': health('true'), df: df(4194304) },
    },
  ],
  blocked: [
    { name: 'no health', profile: 'seed', files: { df: df(3145728) }, missing: ['mdatp.health'] },
    {
      name: 'a health that does not say',
      profile: 'seed',
      files: { 'health.txt': 'healthy : true\napp_version : "101.24012.0001"\n', df: df(3145728) },
      reason: 'Whether cloud diagnostics are on is not in the bundle.',
    },
  ],
  notApplicable: [{ name: 'since 2025', files: { 'health.txt': health('true'), df: df(3145728) } }],
});
