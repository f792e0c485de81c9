import { cannotTell, cite, defineAnalyzer } from '../../engine/api/index.ts';
import { agentOpenFiles } from '../../facts/process/open-files.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { mostOpenFiles } from './thresholds.ts';

export const leakingFileDescriptors = defineAnalyzer({
  id: 'performance/leaking-file-descriptors',
  title: 'Daemon with very many open files',
  why: 'A daemon that does not close what it opened comes to its limit and then can scan nothing more.',
  severity: 'medium',
  confidence: 'likely',
  applies: [agentPresent],
  needs: { open: agentOpenFiles },
  messages: { many: 'The daemon of process {pid} holds {files} files open; more than {most} are very many' },
  remediation: {
    steps: [
      'Look at what is open: the same file many times, sockets, or files that are deleted.',
      'Update the agent; restart it meanwhile, which closes them.',
    ],
    commands: [
      { command: "sudo sh -c 'ls /proc/$(pgrep -o wdavdaemon)/fd | wc -l'", risk: 'safe' },
      { command: 'sudo systemctl restart mdatp', risk: 'disruptive' },
    ],
    links: [links.performance, links.updates],
  },
  sources: [{ document: 'Judged by experience', date: '2026-11' }],

  evaluate({ open: { processes } }, { threshold }) {
    if (processes.length === 0)
      return cannotTell('The list of open files shows none of the agent.', { agentOpenFiles });
    const most = threshold(mostOpenFiles);
    return processes
      .filter(({ value }) => value.files > most)
      .map((process) => {
        const { pid, files } = process.value;
        return {
          message: 'many' as const,
          params: { pid, files, most },
          evidence: [cite(process)] as const,
          identity: [],
        };
      });
  },
});
