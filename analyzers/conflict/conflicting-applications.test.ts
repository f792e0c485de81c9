import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { conflictingApplications } from './conflicting-applications.ts';

const health = (applications: string, passive = false): string =>
  `healthy                                     : true\napp_version                                 : "101.26062.0007"\npassive_mode_enabled                        : ${passive}\nconflicting_applications                    : ${applications}\n`;

testAnalyzer(conflictingApplications, {
  found: [
    {
      name: 'two applications',
      files: { 'health.txt': health('["/usr/sbin/fapolicyd","/opt/x/guard"]') },
      findings: [
        { text: 'The agent lists /opt/x/guard as conflicting', at: ['health.txt:4'], severity: 'high' },
        { text: 'The agent lists /usr/sbin/fapolicyd as conflicting', at: ['health.txt:4'] },
      ],
    },
    {
      name: 'lsof shows the group of it too',
      files: {
        'health.txt': health('["/opt/ds_agent/ds_am"]'),
        'lsof.txt':
          'COMMAND PID TID TASKCMD USER FD TYPE DEVICE SIZE/OFF NODE NAME\nds_am 900 root 21r a_inode 0,14 0 1057 [fanotify]\n',
      },
      findings: [
        { text: 'The agent lists /opt/ds_agent/ds_am as conflicting', at: ['health.txt:4', 'lsof.txt:2'] },
      ],
    },
    {
      name: 'in passive mode',
      files: { 'health.txt': health('["guard"]', true) },
      findings: [
        {
          text: 'The agent lists guard as conflicting; it is passive, so the two do not block each other',
          at: ['health.txt:4'],
          severity: 'low',
        },
      ],
    },
  ],
  clean: [{ name: 'none', files: { 'health.txt': health('[]') } }],
  blocked: [
    { name: 'no health', files: {} },
    {
      name: 'the summary of the client analyzer does not copy the list',
      files: {
        'mde.xml':
          '<mdatp><device_info><healthy>true</healthy><sense_version>101.26062.0007</sense_version></device_info></mdatp>',
      },
      reason: 'The health output does not name conflicting applications.',
    },
  ],
});
