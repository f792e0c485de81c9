import { cannotTell, cite, defineAnalyzer } from '../../engine/api/index.ts';
import { inodes, inodesOf } from '../../facts/storage/inodes.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { filesystemId } from './filesystem-id.ts';
import { fullPercent } from './thresholds.ts';

const FOLDERS = ['/', '/var', '/opt', '/tmp'];

export const inodesExhausted = defineAnalyzer({
  id: 'sizing/inodes-exhausted',
  title: 'Inodes of a file system used up',
  why: 'No file can be created any more, whatever space is left: definitions, logs and updates fail.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { found: inodes },
  messages: { exhausted: '{target} has {percent} % of its inodes in use, with {free} left' },
  remediation: {
    steps: [
      'Find the folder that holds very many small files: spools, sessions, caches, container layers.',
      'Remove what is not needed, and mend what makes the files.',
      'Where the files are needed, move them to a file system with more inodes; those of ext4 are fixed when it is made.',
    ],
    commands: [
      { command: 'df -i', risk: 'safe' },
      { command: 'sudo du --inodes -x --max-depth=3 /var | sort -n | tail -20', risk: 'safe' },
    ],
    links: [links.requirements],
  },
  sources: [{ document: 'df(1) and mke2fs(8)', date: '2024-05' }],
  because: [{ of: 'sizing/var-nearly-full', sameSubject: true }],

  evaluate({ found }, { threshold }) {
    const rows = new Set(FOLDERS.flatMap((folder) => inodesOf(found, folder) ?? []));
    if (rows.size === 0) return cannotTell('No file system that could hold the agent is in the list.');
    return [...rows]
      .filter(({ value }) => value.total > 0 && value.usedPercent >= threshold(fullPercent))
      .map((row) => {
        const { target, usedPercent: percent, free } = row.value;
        const params = { target, percent, free };
        return {
          message: 'exhausted',
          params,
          evidence: [cite(row)],
          subject: filesystemId(row.value),
          identity: [target],
        };
      });
  },
});
