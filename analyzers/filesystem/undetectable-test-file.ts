import { cannotTell, cite, defineAnalyzer, sourcesOf } from '../../engine/api/index.ts';
import { testFilePlace } from '../../facts/storage/test-file-place.ts';
import { agentPresent } from '../applies.ts';
import { fileSystems } from '../knowledge/file-systems.ts';
import { links } from '../links.ts';
import { dataMounts } from './data-mounts.ts';

export const undetectableTestFile = defineAnalyzer({
  id: 'filesystem/undetectable-test-file',
  title: 'Test file where real-time protection does not look',
  why: 'A test file on such a file system is not detected, which looks like a fault of the agent and is none.',
  severity: 'info',
  confidence: 'likely',
  applies: [agentPresent],
  needs: { place: testFilePlace },
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

  evaluate({ place: { mount, isShown } }, { know }) {
    const [judged] = dataMounts([mount], know(fileSystems));
    if (judged?.coverage === 'unknown') {
      return cannotTell(`Whether ${judged.type} is scanned is not known.`);
    }
    if (!judged || judged.coverage === 'full') return [];
    const { type } = judged;
    const draft = { evidence: [cite(mount)], subject: type, identity: [type] } as const;
    const { target } = mount.value;
    return isShown
      ? [{ ...draft, message: 'shown', params: { target, type } }]
      : [{ ...draft, message: 'folder', params: { type } }];
  },
});
