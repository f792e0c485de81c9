import { cannotTell, cite, defineAnalyzer, sourcesOf } from '../../engine/api/index.ts';
import { programFolder } from '../../facts/mdatp/program-folder.ts';
import { diskSpace, filesystemOf } from '../../facts/storage/disk-space.ts';
import { agentPresent } from '../applies.ts';
import { sizing } from '../knowledge/sizing.ts';
import { links } from '../links.ts';
import { byteText } from './byte-text.ts';
import { filesystemId } from './filesystem-id.ts';

export const tooLittleDiskForAgent = defineAnalyzer({
  id: 'sizing/too-little-disk-for-agent',
  title: 'Too little disk space for the agent',
  why: 'An update unpacks the new version beside the old one; without the space it fails and the agent ages.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { disk: diskSpace, folder: programFolder },
  messages: {
    tight: 'The file system of {path} has {free} left; profile {profile} asks for {minimum}',
  },
  remediation: {
    steps: [
      'Free space on the file system that holds the agent, or enlarge it.',
      'Where /opt is small by design, mount a larger file system on /opt/microsoft.',
    ],
    commands: [
      { command: 'df -h /opt/microsoft/mdatp', risk: 'safe' },
      { command: 'sudo du -xh --max-depth=2 /opt | sort -h | tail -20', risk: 'safe' },
    ],
    links: [links.requirements],
  },
  sources: sourcesOf(sizing),

  evaluate({ disk, folder }, { know, profile }) {
    const wanted = know(sizing).find(({ what }) => what === 'disk');
    if (!wanted) return cannotTell(`There are no sizes for profile ${profile}.`);
    const { path } = folder;
    const row = filesystemOf(disk, path);
    if (!row) return cannotTell(`No file system that could hold ${path} is in the list.`);
    const { target, availableBytes } = row.value;
    if (availableBytes >= wanted.minimum) return [];
    const minimum = byteText(wanted.minimum);
    const params = { path, free: byteText(availableBytes), profile, minimum };
    return [
      {
        message: 'tight',
        params,
        evidence: [cite(row)],
        subject: filesystemId(row.value),
        identity: [target],
      },
    ];
  },
});
