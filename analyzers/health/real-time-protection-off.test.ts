import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { realTimeProtectionOff } from './real-time-protection-off.ts';

const health = (realTime: string, passive: string) => ({
  'health.txt': `healthy : true\nlicensed : true\npassive_mode_enabled : ${passive}\nreal_time_protection_enabled : ${realTime}\n`,
});
const managed = (level: string) => ({
  'mdatp_managed.json': `{ "antivirusEngine": { "enforcementLevel": "${level}" } }\n`,
});

const UNKNOWN_LEVEL =
  'Real-time protection is off outside passive mode; whether on-demand mode is wanted is not in the bundle';

testAnalyzer(realTimeProtectionOff, {
  found: [
    {
      name: 'off, although management asks for it',
      files: { ...health('false', 'false'), ...managed('real_time') },
      findings: [
        {
          text: 'Real-time protection is off outside passive mode',
          at: ['health.txt:4', 'health.txt:3', 'mdatp_managed.json:1'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'off, and no settings tell the mode',
      files: health('false [managed]', 'false [managed]'),
      findings: [{ text: UNKNOWN_LEVEL, at: ['health.txt:4', 'health.txt:3'], severity: 'high' }],
    },
    {
      name: 'off in the summary of the client analyzer',
      files: {
        'mde.xml':
          '<mdatp><device_info>\n<passive_mode_enabled>False</passive_mode_enabled>\n<real_time_protection_enabled>False</real_time_protection_enabled>\n<healthy>True</healthy>\n</device_info></mdatp>',
      },
      findings: [{ text: UNKNOWN_LEVEL, at: ['mde.xml:3', 'mde.xml:2'] }],
    },
  ],
  clean: [
    { name: 'on', files: health('true', 'false') },
    { name: 'passive mode, as shipped since 101.23062.0001', files: health('false', 'true') },
    { name: 'on-demand mode by management', files: { ...health('false', 'false'), ...managed('on_demand') } },
    {
      name: 'on-demand mode by command',
      files: {
        ...health('false', 'false'),
        wdavcfg: '{ "antivirusEngine": { "enforcementLevel": "on_demand" } }\n',
      },
    },
  ],
  blocked: [
    { name: 'no health output', files: {}, missing: ['mdatp.health', 'mdatp.managed', 'mdatp.local-config'] },
    {
      name: 'the field is not printed',
      files: { 'health.txt': 'healthy : true\nlicensed : true\n' },
      reason: 'The health does not say whether real-time protection is on.',
    },
    {
      name: 'the mode is not printed',
      files: { 'health.txt': 'healthy : true\nreal_time_protection_enabled : false\n' },
      reason: 'The health does not say whether the agent is passive.',
    },
  ],
  notApplicable: [
    {
      name: 'no agent',
      files: {
        'mde.xml': '<mdatp><device_info><MDATP_Status>Not Installed</MDATP_Status></device_info></mdatp>',
      },
      reason: 'The agent is not installed on this host.',
    },
  ],
});
