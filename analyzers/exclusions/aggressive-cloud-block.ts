import { cite, defineAnalyzer } from '../../engine/api/index.ts';
import { stringAt } from '../../facts/json-lines.ts';
import { managedConfig } from '../../facts/mdatp/managed-config.ts';
import { links } from '../links.ts';

const AGGRESSIVE = ['high_plus', 'zero_tolerance'];

export const aggressiveCloudBlock = defineAnalyzer({
  id: 'exclusions/aggressive-cloud-block',
  title: 'Cloud block level that stops the unknown',
  why: 'Own programs that the cloud has never seen can be blocked, and programs wait for its answer.',
  severity: 'low',
  confidence: 'certain',
  needs: { managed: managedConfig },
  messages: { aggressive: 'cloudBlockLevel is {level}' },
  remediation: {
    steps: [
      'Ask whether the level was chosen for this host, and what it may block.',
      'Set it to high or normal where own programs are built or changed often.',
    ],
    commands: [{ command: 'mdatp threat list', risk: 'safe' }],
    links: [links.cloudBlockLevel],
  },
  sources: [{ document: 'linux-preferences', date: '2026-08' }],

  evaluate({ managed: { root } }) {
    const level = stringAt(root, 'cloudService', 'cloudBlockLevel');
    if (!level || !AGGRESSIVE.includes(level.value.toLowerCase())) return [];
    return [{ message: 'aggressive', params: { level: level.value }, evidence: [cite(level)], identity: [] }];
  },
});
