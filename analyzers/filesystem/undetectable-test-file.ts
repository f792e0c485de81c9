import { cannotTell, cite, defineAnalyzer, optional, sourcesOf } from '../../engine/api/index.ts';
import { mountHolding } from '../../facts/storage/mount-holding.ts';
import { mounts } from '../../facts/storage/mounts.ts';
import { testFileMount } from '../../facts/storage/test-file-mount.ts';
import { agentPresent } from '../applies.ts';
import { fileSystems } from '../knowledge/file-systems.ts';
import { links } from '../links.ts';
import { dataMounts } from './data-mounts.ts';

/** Where the instructions for the test put the file (linux-install-manually). */
const TEST_FOLDER = '/tmp';

export const undetectableTestFile = defineAnalyzer({
  id: 'filesystem/undetectable-test-file',
  title: 'Test file where real-time protection does not look',
  why: 'A test file on such a file system is not detected, which looks like a fault of the agent and is none.',
  severity: 'info',
  confidence: 'likely',
  applies: [agentPresent],
  needs: { mounted: optional(mounts), shown: optional(testFileMount) },
  messages: {
    shown: 'The test file lies on {target}, of type {type}, which real-time protection does not cover',
    folder: '/tmp, where the test file goes, is of type {type}, which real-time protection does not cover',
  },
  remediation: {
    steps: [
      'Put the test file on a covered file system, such as ext4, xfs or tmpfs, and test again.',
      'Do not take the failed test for a fault of the agent.',
    ],
    commands: [{ command: 'findmnt -T /path/to/eicar.com.txt', risk: 'safe' }],
    links: [links.testFileTrouble, links.fileSystems],
  },
  sources: [...sourcesOf(fileSystems), { document: 'linux-support-install', date: '2025-01' }],
  because: [
    { of: 'filesystem/unprotected-filesystem', sameSubject: true },
    { of: 'filesystem/custom-scan-only', sameSubject: true },
    { of: 'filesystem/nfs-v4', sameSubject: true },
  ],

  evaluate({ mounted, shown }, { know }) {
    const mount = shown?.mount ?? (mounted && mountHolding(mounted.mounts, TEST_FOLDER));
    if (!mount) return cannotTell('Where a test file would lie is not in the bundle.', { mounts });
    const [judged] = dataMounts([mount], know(fileSystems));
    if (judged?.coverage === 'unknown') {
      return cannotTell(`Whether ${judged.type} is scanned is not known.`);
    }
    if (!judged || judged.coverage === 'full') return [];
    const { type } = judged;
    const draft = { evidence: [cite(mount)], subject: type, identity: [type] } as const;
    const { target } = mount.value;
    return shown
      ? [{ ...draft, message: 'shown', params: { target, type } }]
      : [{ ...draft, message: 'folder', params: { type } }];
  },
});
