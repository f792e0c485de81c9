import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { macosBundle } from './macos-bundle.ts';

const HEALTH = 'healthy                     : true\napp_version                 : "101.25072.0011"\n';
const DARWIN =
  'Darwin mac-07 23.6.0 Darwin Kernel Version 23.6.0: Mon Jul 29 21:14:30 PDT 2024; root:xnu-1~1/RELEASE_ARM64 arm64\n';

testAnalyzer(macosBundle, {
  found: [
    {
      name: 'the agent hears of files from macOS',
      files: {
        'mde_directories.txt': '',
        'health.txt': `${HEALTH}real_time_protection_subsystem : "endpoint_security_extension"\n`,
      },
      findings: [
        {
          text: 'The bundle is of macOS: it shows file events by endpoint_security_extension',
          at: ['health.txt:3'],
        },
      ],
    },
    {
      name: 'the part for detection and response has the number of macOS',
      files: { 'mdatp_health.txt': `${HEALTH}edr_client_version : "20.125072.25072.0"\n` },
      findings: [
        {
          text: 'The bundle is of macOS: it shows version 20.125072.25072.0 of the detection and response part',
          at: ['mdatp_health.txt:3'],
        },
      ],
    },
    {
      name: 'the summary of the client analyzer names the system',
      files: { 'mde.xml': '<mdatp>\n<device_info>\n<os_name>macOS</os_name>\n</device_info></mdatp>\n' },
      findings: [{ text: 'The bundle is of macOS: it shows the system macOS', at: ['mde.xml:3'] }],
    },
    {
      name: 'the kernel is that of macOS',
      files: { 'uname.txt': DARWIN, 'mdatp_health.txt': HEALTH },
      findings: [{ text: 'The bundle is of macOS: it shows the kernel Darwin 23.6.0', at: ['uname.txt:1'] }],
    },
    {
      name: 'files lie where macOS keeps them',
      files: { 'Library/Logs/Microsoft/mdatp/install.log': 'x\n', 'mdatp_health.txt': HEALTH },
      findings: [
        {
          text: 'The bundle is of macOS: it shows files of the agent below /Library',
          at: ['Library/Logs/Microsoft/mdatp/install.log'],
        },
      ],
    },
  ],
  clean: [
    {
      name: 'the agent of Linux',
      files: {
        'mdatp_health.txt': `${HEALTH}edr_client_version : "30.125072.25072.0"\nreal_time_protection_subsystem : "fanotify"\n`,
      },
    },
    {
      name: 'a kernel of Linux, whatever the rest says',
      files: {
        'uname.txt': 'Linux web-03 5.15.0-161-generic #171-Ubuntu SMP Sat Oct 11 08:17:01 UTC 2025 x86_64\n',
        'mdatp_health.txt': `${HEALTH}edr_client_version : "20.125072.25072.0"\n`,
      },
    },
  ],
  blocked: [{ name: 'nothing tells of the system', files: {}, missing: ['host.macos'] }],
  notApplicable: [
    { name: 'a sosreport', files: { 'sos_commands/kernel/uname_-a': 'Linux db-02 5.14.0 #1 SMP\n' } },
  ],
});
