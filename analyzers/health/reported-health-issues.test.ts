import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { reportedHealthIssues } from './reported-health-issues.ts';

const health = (healthy: boolean, issues: string) => ({
  'health.txt': `healthy : ${healthy}\nhealth_issues : ${issues}\nlicensed : true\napp_version : "101.98.30"\n`,
});
const at = ['health.txt:2', 'health.txt:1'];

testAnalyzer(reportedHealthIssues, {
  found: [
    {
      name: 'several issues, each a finding of its own',
      files: health(
        false,
        '["missing license","no active supplementary event provider","engine v1 not available","definitions are out of date","something new"]',
      ),
      findings: [
        {
          text: 'The agent lists "definitions are out of date": its definitions are not what they should be',
          at,
        },
        { text: 'The agent lists "engine v1 not available": its antivirus engine cannot work', at },
        {
          text: 'The agent lists "missing license": it was never onboarded, or its build has expired',
          at,
          severity: 'high',
        },
        {
          text: 'The agent lists "no active supplementary event provider": neither eBPF nor audit rules bring it events',
          at,
        },
        { text: 'The agent lists "something new" among the issues of its health', at },
      ],
    },
    {
      name: 'a long one, shortened',
      files: health(
        false,
        '["found SELinux denials within last one day. If the MDATP is recently installed, clear the existing audit logs or wait for a day for this issue to autoresolve. Use command: x"]',
      ),
      findings: [
        {
          text: 'The agent lists "found SELinux denials within last one day. If the MDATP is recently installed, clear the existing audit logs or wait for…": SELinux denied something to it within the last day',
          at,
        },
      ],
    },
    {
      name: 'an issue that the agent does not count',
      files: health(true, '["definitions are updating"]'),
      findings: [
        {
          text: 'The agent lists "definitions are updating": its definitions are not what they should be',
          at,
          severity: 'low',
        },
      ],
    },
  ],
  clean: [
    { name: 'none', files: health(true, '[]') },
    { name: 'unhealthy without a reason', files: health(false, '[]') },
  ],
  blocked: [
    { name: 'no health output', files: {}, missing: ['mdatp.health'] },
    {
      name: 'an agent that does not list issues',
      files: { 'health.txt': 'healthy : false\nlicensed : true\n' },
      reason: 'The health does not list issues.',
    },
    {
      name: 'the summary of the client analyzer does not copy them',
      files: { 'mde.xml': '<mdatp><device_info><healthy>false</healthy></device_info></mdatp>' },
      reason: 'The health does not list issues.',
    },
  ],
});
