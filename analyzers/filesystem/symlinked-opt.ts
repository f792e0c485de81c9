import { cannotTell, cite, defineAnalyzer } from '../../engine/api/index.ts';
import { links as linksNearRoot } from '../../facts/storage/links.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

const FOLDERS = ['/opt', '/opt/microsoft'];

export const symlinkedOpt = defineAnalyzer({
  id: 'filesystem/symlinked-opt',
  title: '/opt is a symbolic link',
  why: 'The installer and the service expect the agent below a real /opt; behind a link the service may not start.',
  severity: 'medium',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { found: linksNearRoot },
  messages: { link: '{path} is a link to {target}' },
  remediation: {
    steps: [
      'Stop the agent and make /opt, or /opt/microsoft, a real folder.',
      'Mount the other place on it by a bind mount, and write that into /etc/fstab.',
      'Start the agent and look at its health.',
    ],
    commands: [
      { command: 'ls -ld /opt /opt/microsoft', risk: 'safe' },
      { command: 'sudo mount --bind /data/opt/microsoft /opt/microsoft', risk: 'disruptive' },
    ],
    links: [links.serviceTrouble],
  },
  sources: [{ document: 'linux-support-install', date: '2025-01' }],

  evaluate({ found }) {
    const linked = found.links.filter(({ value }) => FOLDERS.includes(value.path));
    if (linked.length > 0) {
      return linked.map((link) => ({
        message: 'link' as const,
        params: { path: link.value.path, target: link.value.target },
        evidence: [cite(link)] as const,
      }));
    }
    const isFolder = found.folders.some(({ value }) => value === '/opt');
    if (isFolder || found.allOfRoot !== undefined) return [];
    return cannotTell('No list of the links at the root is in the bundle.', { linksNearRoot });
  },
});
