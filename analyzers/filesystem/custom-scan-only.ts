import { defineAnalyzer, sourcesOf } from '../../engine/api/index.ts';
import { mounts } from '../../facts/storage/mounts.ts';
import { agentPresent } from '../applies.ts';
import { fileSystems } from '../knowledge/file-systems.ts';
import { links } from '../links.ts';
import { byScanType, dataMounts, shownMounts } from './data-mounts.ts';

export const customScanOnly = defineAnalyzer({
  id: 'filesystem/custom-scan-only',
  title: 'File system covered by custom scans only',
  why: 'Neither real-time protection nor quick and full scans look at these mounts; only a custom scan does.',
  severity: 'info',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { mounted: mounts },
  messages: { customOnly: '{type} is covered by custom scans only: {targets}' },
  remediation: {
    steps: [
      'Decide whether files on these mounts are run or shared; if so, scan them by a scheduled custom scan.',
      'Protect the server that exports them, where there is one.',
    ],
    commands: [{ command: 'mdatp scan custom --path /path/to/mount', risk: 'changes-host' }],
    links: [links.fileSystems],
  },
  sources: sourcesOf(fileSystems),

  evaluate({ mounted }, { know }) {
    const custom = dataMounts(mounted.mounts, know(fileSystems)).filter(
      ({ coverage }) => coverage === 'custom',
    );
    return [...byScanType(custom)].flatMap(([type, found]) => {
      const shown = shownMounts(found);
      if (!shown) return [];
      const params = { type, targets: shown.targets };
      return [{ message: 'customOnly', params, evidence: shown.evidence, subject: type, identity: [type] }];
    });
  },
});
