import { cite, defineAnalyzer } from '../../engine/api/index.ts';
import { macos } from '../../facts/host/macos.ts';
import { links } from '../links.ts';

export const macosBundle = defineAnalyzer({
  id: 'bundle/macos-bundle',
  about: 'bundle',
  title: 'Bundle of a host with macOS',
  why: 'What is judged here holds for Linux: of this host nothing but the bundle itself is judged.',
  severity: 'info',
  confidence: 'certain',
  kinds: ['client-analyzer', 'plain'],
  needs: { macos },
  messages: { macos: 'The bundle is of macOS: it shows {what}' },
  remediation: {
    steps: [
      'Read the bundle by the documents for macOS.',
      'Collect from the Linux host where that one was meant.',
    ],
    links: [links.clientAnalyzer, links.clientAnalyzerMacos],
  },
  sources: [{ document: 'run-analyzer-linux', date: '2025-01' }],

  evaluate({ macos: { sign } }) {
    if (!sign) return [];
    return [{ message: 'macos', params: { what: sign.what }, evidence: [cite(sign.at)], identity: [] }];
  },
});
