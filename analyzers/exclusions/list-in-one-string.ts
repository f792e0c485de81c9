import { cite, defineAnalyzer } from '../../engine/api/index.ts';
import { managedConfig } from '../../facts/mdatp/managed-config.ts';
import { links } from '../links.ts';

export const listInOneString = defineAnalyzer({
  id: 'exclusions/list-in-one-string',
  title: 'Several file systems in one string',
  why: 'No file system has such a name, so all of them are monitored.',
  severity: 'medium',
  confidence: 'likely',
  needs: { managed: managedConfig },
  messages: { joined: 'unmonitoredFilesystems holds {value} as one element' },
  remediation: {
    steps: ['Write each file system as an element of its own, such as ["nfs", "fuse"].'],
    commands: [{ command: 'mdatp health', risk: 'safe' }],
    links: [links.unmonitoredFileSystems],
  },
  sources: [{ document: 'Judged by experience', date: '2026-11' }],

  evaluate: ({ managed: { unmonitoredFilesystems: found } }) =>
    found
      .filter(({ value }) => value.includes(','))
      .map((one) => ({
        message: 'joined' as const,
        params: { value: JSON.stringify(one.value) },
        evidence: [cite(one)] as const,
        subject: one.value,
        identity: [one.value],
      })),
});
