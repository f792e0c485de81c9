import { cannotTell, cite, defineAnalyzer, sourcesOf } from '../../engine/api/index.ts';
import { programFolder } from '../../facts/mdatp/program-folder.ts';
import { diskSpace, filesystemOf } from '../../facts/storage/disk-space.ts';
import { agentPresent } from '../applies.ts';
import { sizing } from '../knowledge/sizing.ts';
import { links } from '../links.ts';
import { byteText } from './byte-text.ts';
import { filesystemId } from './filesystem-id.ts';
import { ampleFree, fullPercent, varCriticalFree } from './thresholds.ts';

export const varNearlyFull = defineAnalyzer({
  id: 'sizing/var-nearly-full',
  title: 'File system of /var nearly full',
  why: 'Definitions, quarantine and logs lie below /var; when it is full they cannot be written and updates fail.',
  severity: 'critical',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { disk: diskSpace, folder: programFolder },
  messages: {
    full: 'The file system of /var is {percent} % full with {free} left',
    tight: 'The file system of /var has {free} left',
    tightForBoth: 'The file system of /var and of the agent has {free} left',
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
  sources: sourcesOf(sizing),
  supersedes: [
    'sizing/too-little-disk-for-agent',
    'sizing/too-little-disk-for-crash-dumps',
    'sizing/log-filesystem-full',
  ],

  evaluate({ disk, folder }, { know, profile, threshold }) {
    const wanted = know(sizing).find(({ what }) => what === 'disk');
    if (!wanted) return cannotTell(`There are no sizes for profile ${profile}.`);
    const row = filesystemOf(disk, '/var');
    if (!row) return cannotTell('No file system that could hold /var is in the list.');
    const { target, availableBytes, usedPercent } = row.value;
    const params = { free: byteText(availableBytes) };
    const draft = { evidence: [cite(row)], subject: filesystemId(row.value), identity: [target] } as const;
    const isUsedUp = usedPercent >= threshold(fullPercent) && availableBytes < threshold(ampleFree);
    if (availableBytes < threshold(varCriticalFree) || isUsedUp) {
      return [{ ...draft, message: 'full', params: { ...params, percent: usedPercent } }];
    }
    if (availableBytes >= wanted.minimum) return [];
    const other = filesystemOf(disk, folder.path);
    if (!other || filesystemId(other.value) !== filesystemId(row.value)) {
      return [{ ...draft, message: 'tight', params, severity: 'medium' }];
    }
    return [{ ...draft, message: 'tightForBoth', params, severity: 'high' }];
  },
});
