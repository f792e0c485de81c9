import { cite, defineAnalyzer } from '../../engine/api/index.ts';
import { managedConfig } from '../../facts/mdatp/managed-config.ts';
import { links } from '../links.ts';
import { pairsAt } from './pairs-at.ts';

export const unsupportedTagKey = defineAnalyzer({
  id: 'exclusions/unsupported-tag-key',
  title: 'Tag of an unsupported key',
  why: 'The portal shows no such tag, so groups of devices that are built on it stay empty.',
  severity: 'low',
  confidence: 'likely',
  needs: { managed: managedConfig },
  messages: { unsupported: 'The tag {key} is set, and the managed settings know the key GROUP alone' },
  remediation: {
    steps: ['Set the tag under the key GROUP; a host has one.', 'Add further tags in the portal.'],
    commands: [{ command: 'mdatp health --field edr_device_tags', risk: 'safe' }],
    links: [links.tags],
  },
  sources: [{ document: 'linux-preferences', date: '2026-08' }],

  evaluate: ({ managed: { root } }) =>
    pairsAt(root, 'edr', 'tags')
      .filter(({ key }) => key.value !== 'GROUP')
      .map(({ key }) => ({
        message: 'unsupported' as const,
        params: { key: key.value },
        evidence: [cite(key)] as const,
        subject: key.value,
        identity: [key.value],
      })),
});
