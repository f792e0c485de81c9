import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { openThreats } from './open-threats.ts';

const threat = (name: string, status: string) =>
  `Id: "2f0c6c1e-0000-4000-8000-000000000001"\nName: ${name}\nType: "virus"\nDetection time: Sun Jun 21 23:17:07 2026\nStatus: "${status}"\n`;
const list = (...threats: readonly string[]) => ({ 'threat_list.txt': threats.join('---\n') });
const history = (...threats: readonly string[]) => ({
  wdavhistory: `{"scans": [{"type": "quick", "state": "succeeded", "threats": [\n${threats.join(',\n')}]}]}`,
});

testAnalyzer(openThreats, {
  found: [
    {
      name: 'a threat that could not be dealt with',
      files: list(threat('Trojan:Linux/Sample.A', 'quarantine_failed')),
      findings: [
        {
          text: 'The agent found Trojan:Linux/Sample.A, whose state is quarantine_failed',
          at: ['threat_list.txt:2'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'one that somebody allowed, and one that was quarantined twice',
      files: list(
        threat('Virus:DOS/EICAR_Test_File', 'quarantined'),
        threat('HackTool:Linux/Sample.B', 'Allowed'),
        threat('Virus:DOS/EICAR_Test_File', 'quarantined'),
      ),
      findings: [
        {
          text: 'The agent found HackTool:Linux/Sample.B, which was allowed',
          at: ['threat_list.txt:8'],
          severity: 'medium',
        },
        {
          text: 'The agent found Virus:DOS/EICAR_Test_File and dealt with it (quarantined)',
          at: ['threat_list.txt:2', 'threat_list.txt:14'],
          severity: 'info',
        },
      ],
    },
    {
      name: 'only the history of scans is there, with a bare name',
      files: history('"Trojan:Linux/Sample.A"'),
      findings: [
        {
          text: 'A scan found Trojan:Linux/Sample.A; what became of it is not in the bundle',
          at: ['wdavhistory:2'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'the history says what became of it',
      files: history('{"name": "Trojan:Linux/Sample.A", "status": "failed"}'),
      findings: [
        { text: 'The agent found Trojan:Linux/Sample.A, whose state is failed', at: ['wdavhistory:2'] },
      ],
    },
  ],
  clean: [
    { name: 'the list says that there are none', files: list('No threats.\n') },
    { name: 'scans found nothing', files: history() },
    {
      name: 'the list is empty, and knows better than the history',
      files: { ...list('No threats.\n'), ...history('"Trojan:Linux/Sample.A"') },
    },
  ],
  blocked: [
    {
      name: 'neither list nor history',
      files: { 'health.txt': 'healthy : true\n' },
      missing: ['mdatp.threat-list', 'mdatp.scan-history'],
      reason: 'Neither a list of threats nor a history of scans is there.',
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
