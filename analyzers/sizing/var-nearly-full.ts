import { cannotTell, cite, defineAnalyzer } from '../../engine/api/index.ts';
import { diskSpace, filesystemOf } from '../../facts/storage/disk-space.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

/** Definitions alone take some hundred MiB while they are replaced. */
const CRITICAL_BYTES = 200 * MIB;
const CRITICAL_PERCENT = 95;
/** The space that the product asks for (microsoft-defender-endpoint-linux, system requirements). */
const TIGHT_BYTES = 2 * GIB;
/** Above this much free space a high percentage means a large disk, not a full one. */
const AMPLE_BYTES = 20 * GIB;

export const varNearlyFull = defineAnalyzer({
  id: 'sizing/var-nearly-full',
  title: 'File system of /var nearly full',
  why: 'Definitions, quarantine and logs lie below /var; when it is full they cannot be written and updates fail.',
  severity: 'critical',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { disk: diskSpace },
  messages: {
    full: '{target}, which holds /var, is {percent} % full with {free} left',
    tight: '{target}, which holds /var, has {free} left',
  },
  remediation: {
    steps: [
      'Find what fills the file system and remove or move it.',
      'Enlarge the file system where the space is in rightful use.',
      'Update the definitions afterwards and look at the health again.',
    ],
    commands: [
      { command: 'sudo du -xh --max-depth=2 /var | sort -h | tail -20', risk: 'safe' },
      { command: 'mdatp definitions update', risk: 'changes-host' },
    ],
    links: [links.requirements],
  },
  sources: [{ document: 'microsoft-defender-endpoint-linux', date: '2024-02' }],

  evaluate({ disk }) {
    const row = filesystemOf(disk, '/var');
    if (!row) return cannotTell('No file system that could hold /var is in the list.');
    const { target, availableBytes, usedPercent } = row.value;
    const evidence = [cite(row)] as const;
    const params = { target, free: readable(availableBytes) };
    if (
      availableBytes < CRITICAL_BYTES ||
      (usedPercent >= CRITICAL_PERCENT && availableBytes < AMPLE_BYTES)
    ) {
      return [{ message: 'full', params: { ...params, percent: usedPercent }, evidence, identity: [target] }];
    }
    if (availableBytes >= TIGHT_BYTES) return [];
    return [{ message: 'tight', params, evidence, severity: 'medium', identity: [target] }];
  },
});

function readable(bytes: number): string {
  return bytes < GIB ? `${Math.round(bytes / MIB)} MiB` : `${Math.round((bytes / GIB) * 10) / 10} GiB`;
}
