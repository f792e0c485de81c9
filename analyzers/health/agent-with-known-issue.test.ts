import { testAnalyzer, type Files } from '../../test/harness/test-analyzer.ts';
import { agentWithKnownIssue } from './agent-with-known-issue.ts';

const health = (version: string, ...lines: readonly string[]): Files => ({
  'health.txt': [`app_version : "${version}"`, ...lines, ''].join('\n'),
});
const kernel = (release: string): Files => ({
  'uname.txt': `Linux db-01 ${release} #1 SMP x86_64 GNU/Linux\n`,
});
const system = (id: string, version: string): Files => ({
  'os-release': `ID=${id}\nVERSION_ID="${version}"\nNAME="${id}"\n`,
});

const OLD = {
  text: 'Agent 101.53.02: it can be deceived (CVE-2022-23278); mended in 101.60.93',
  at: ['health.txt:1'],
  severity: 'high',
} as const;
const FILES_2GB =
  'Agent 101.53.02: on old kernels files of more than 2 GB cannot be opened; mended in 101.62.74';

testAnalyzer(agentWithKnownIssue, {
  found: [
    {
      name: 'an old version with several issues, each a finding of its own',
      files: health('101.53.02'),
      findings: [
        OLD,
        { text: 'Agent 101.53.02: it crashes; mended in 101.56.62', at: ['health.txt:1'] },
        { text: FILES_2GB, at: ['health.txt:1'], severity: 'low' },
      ],
    },
    {
      name: 'a version that hangs old kernels when it is updated',
      files: { ...health('101.78.13'), ...kernel('4.18.0-372.el8.x86_64') },
      findings: [
        {
          text: 'Agent 101.78.13: stopping or updating it can hang kernels before 5.1; switch real-time protection off first, or remove the package and install the new one',
          at: ['health.txt:1', 'uname.txt:1'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'eBPF that leaks on a kernel of RHEL 7',
      files: {
        ...health('101.24042.0002', 'supplementary_events_subsystem : "ebpf"'),
        ...kernel('3.10.0-1160.el7.x86_64'),
      },
      findings: [
        {
          text: 'Agent 101.24042.0002: its eBPF programs leak memory of kernels from 3.10 to 4.16; mended in 101.24052.0002',
          at: ['health.txt:1', 'uname.txt:1', 'health.txt:2'],
        },
      ],
    },
    {
      name: 'SELinux denials that the agent lists itself',
      files: health(
        '101.98.30',
        'healthy : false',
        'health_issues : ["found SELinux denials within last one day."]',
      ),
      findings: [
        {
          text: 'Agent 101.98.30: SELinux denies its audit plugin something, and it calls itself unhealthy; mended in 101.98.58',
          at: ['health.txt:1', 'health.txt:3'],
        },
      ],
    },
    {
      name: 'a conflict that makes the agent unhealthy',
      files: health('101.98.58', 'healthy : false', 'conflicting_applications : ["guard"]'),
      findings: [
        {
          text: 'Agent 101.98.58: any other program that blocks on fanotify makes it unhealthy; mended in 101.98.64',
          at: ['health.txt:1', 'health.txt:2', 'health.txt:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'tags that cannot enrol',
      files: {
        ...health('101.24032.0007'),
        'mdatp_managed.json': '{\n"edr": {\n"tags": [{"key": "GROUP", "value": "MDE-Management"}]}}',
      },
      findings: [
        {
          text: 'Agent 101.24032.0007: enrolment by a tag in mdatp_managed.json fails; set the tag by mdatp edr tag set; mended in 101.24042.0002',
          at: ['health.txt:1', 'mdatp_managed.json:3'],
        },
      ],
    },
    {
      name: 'Rocky Linux, as far as the documents tell',
      files: { ...health('101.24092.0002'), ...system('rocky', '9.4') },
      findings: [
        {
          text: 'Agent 101.24092.0002: live response and the inventory of vulnerabilities do not serve Rocky and Alma Linux',
          at: ['health.txt:1', 'os-release:1'],
          severity: 'info',
        },
      ],
    },
  ],
  clean: [
    { name: 'a version without known issues', files: health('101.24102.0000') },
    { name: 'a version newer than all that are known', files: health('101.27012.0001') },
    {
      name: 'a version of five digits is newer than all of three short parts',
      files: health('101.23072.0021', 'healthy : false', 'conflicting_applications : ["guard"]'),
    },
    {
      name: 'the kernel is new enough',
      files: { ...health('101.78.13'), ...kernel('5.14.0-70.el9.x86_64') },
    },
    { name: 'the kernel is not known', files: health('101.78.13') },
    {
      name: 'events do not come from eBPF',
      files: {
        ...health('101.24042.0002', 'supplementary_events_subsystem : "auditd"'),
        ...kernel('3.10.0-1160.el7.x86_64'),
      },
    },
    {
      name: 'the version is right, and the agent is healthy',
      files: health('101.98.58', 'healthy : true', 'health_issues : []', 'conflicting_applications : []'),
    },
    {
      name: 'RHEL 6, where the agent runs',
      files: {
        ...health('101.23082.0006'),
        'redhat-release': 'Red Hat Enterprise Linux Server release 6.9 (Santiago)\n',
        'service_status.txt': 'mdatp start/running, process 123\n',
      },
    },
    {
      name: 'Rocky Linux and a version of which the documents do not tell',
      files: { ...health('101.26062.0007'), ...system('rocky', '9.4') },
    },
  ],
  blocked: [
    {
      name: 'no health output',
      files: { 'mde.xml': '<mdatp><device_info></device_info></mdatp>' },
      reason: 'The version of the agent is not known.',
    },
    {
      name: 'the version of detection and response',
      files: health('30.122071.17543.0'),
      reason: '30.122071.17543.0 is no version of the agent for Linux.',
    },
  ],
  notApplicable: [
    {
      name: 'no agent',
      files: {
        'mde.xml': '<mdatp><device_info><MDATP_Status>Not Installed</MDATP_Status></device_info></mdatp>',
      },
    },
  ],
});
