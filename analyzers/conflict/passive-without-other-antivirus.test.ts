import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { passiveWithoutOtherAntivirus } from './passive-without-other-antivirus.ts';

const PS =
  'USER       PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND\nroot         1  0.0  0.0  21452  1536 ?        Ss   Mar09   0:01 /sbin/init\n';
const health = (passive: boolean): string =>
  `healthy                                     : true\napp_version                                 : "101.26062.0007"\npassive_mode_enabled                        : ${passive}\n`;

testAnalyzer(passiveWithoutOtherAntivirus, {
  found: [
    {
      name: 'passive and alone',
      files: { 'health.txt': health(true), ps: PS },
      findings: [
        {
          text: 'Passive mode is on and no other antivirus was found among 1 processes',
          at: ['health.txt:3'],
        },
      ],
    },
    {
      name: 'what only collects events protects nobody',
      files: {
        'health.txt': health(true),
        ps: `${PS}root       812  0.5  1.0 100000 20000 ?        Ssl  Mar09   0:10 /var/ossec/bin/wazuh-agentd\n`,
      },
      findings: [
        {
          text: 'Passive mode is on and no other antivirus was found among 2 processes',
          at: ['health.txt:3'],
        },
      ],
    },
  ],
  clean: [
    {
      name: 'passive beside ClamAV on access',
      files: {
        'health.txt': health(true),
        ps: `${PS}root       812  0.5  1.0 100000 20000 ?        Ssl  Mar09   0:10 /usr/sbin/clamonacc -F\n`,
      },
    },
    {
      name: 'passive beside another product',
      files: {
        'health.txt': health(true),
        ps: `${PS}root       812  0.5  1.0 100000 20000 ?        Ssl  Mar09   0:10 /opt/eset/esets/sbin/esets_daemon\n`,
      },
    },
  ],
  blocked: [{ name: 'no processes', files: { 'health.txt': health(true) } }],
  notApplicable: [
    {
      name: 'not passive',
      files: { 'health.txt': health(false), ps: PS },
      reason: 'The agent is not in passive mode.',
    },
  ],
});
