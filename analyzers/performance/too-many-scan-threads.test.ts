import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { tooManyScanThreads } from './too-many-scan-threads.ts';

const managed = (setting: string): string => `{\n  "antivirusEngine": {\n    ${setting}\n  }\n}\n`;
const CPU = 'Architecture: x86_64\nCPU op-mode(s): 32-bit, 64-bit\nCPU(s): 4\n';

testAnalyzer(tooManyScanThreads, {
  found: [
    {
      name: 'eight threads on four cores',
      files: { 'mdatp_managed.json': managed('"maximumOnDemandScanThreads": 8'), lscpu: CPU },
      findings: [
        {
          text: 'A scan may run 8 threads (maximumOnDemandScanThreads); the number of cores is 4',
          at: ['mdatp_managed.json:3', 'lscpu:3'],
          severity: 'low',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'as many threads as cores',
      files: { 'mdatp_managed.json': managed('"maximumOnDemandScanThreads": 4'), lscpu: CPU },
    },
    { name: 'nothing set', files: { 'mdatp_managed.json': managed('"scanArchives": true') } },
    { name: 'one thread', files: { 'mdatp_managed.json': managed('"maximumOnDemandScanThreads": 1') } },
  ],
  blocked: [
    { name: 'no managed settings', files: { lscpu: CPU }, missing: ['mdatp.managed'] },
    {
      name: 'the cores are not known',
      files: { 'mdatp_managed.json': managed('"maximumOnDemandScanThreads": 8') },
      reason: 'The number of cores is not in the bundle.',
    },
  ],
  notApplicable: [
    {
      name: 'a host without the agent',
      files: {
        'mde.xml': '<mdatp><device_info><MDATP_Status>Not Installed</MDATP_Status></device_info></mdatp>',
      },
    },
  ],
});
