import { cannotTell, cite, defineAnalyzer } from '../../engine/api/index.ts';
import { uname } from '../../facts/kernel/uname.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

// 5.15.153.1-microsoft-standard-WSL2 · 4.4.0-19041-Microsoft
const OF_WSL = /-microsoft(?:-|$)|wsl\d?$/iu;

export const insideWsl = defineAnalyzer({
  id: 'platform/inside-wsl',
  title: 'Host inside the Windows Subsystem for Linux',
  why: 'A guest of WSL is no supported server; its kernel and its file access belong to Windows.',
  severity: 'medium',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { kernel: uname },
  messages: { guest: 'Kernel {release} is that of the Windows Subsystem for Linux' },
  remediation: {
    steps: [
      'Remove the agent from the guest, and use the plug-in for WSL of Defender for Endpoint on Windows.',
      'Run servers on a virtual machine or on a host of their own.',
    ],
    commands: [{ command: 'uname -r', risk: 'safe' }],
    links: [links.prerequisites],
  },
  sources: [{ document: 'mde-linux-prerequisites', date: '2026-03-08' }],

  evaluate({ kernel: { release } }) {
    if (!release) return cannotTell('The release of the kernel is not in the bundle.');
    if (!OF_WSL.test(release.value)) return [];
    return [
      { message: 'guest', params: { release: release.value }, evidence: [cite(release)], identity: [] },
    ];
  },
});
