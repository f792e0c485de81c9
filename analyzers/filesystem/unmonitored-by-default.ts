import { cannotTell, citeAbsence, defineAnalyzer, optional, type Citation } from '../../engine/api/index.ts';
import { memberAt } from '../../facts/json-lines.ts';
import { localConfig } from '../../facts/mdatp/local-config.ts';
import { managedConfig } from '../../facts/mdatp/managed-config.ts';
import { mounts } from '../../facts/storage/mounts.ts';
import { agentPresent } from '../applies.ts';
import { fileSystems } from '../knowledge/file-systems.ts';
import { links } from '../links.ts';
import { dataMounts, shownMounts } from './data-mounts.ts';

const KEY = 'unmonitoredFilesystems';
const FILE = 'etc/opt/microsoft/mdatp/managed/mdatp_managed.json';

export const unmonitoredByDefault = defineAnalyzer({
  id: 'filesystem/unmonitored-by-default',
  title: 'File systems left out by default',
  why: 'Real-time protection leaves out NFS and fuse unless it is told to watch them, although scans cover both.',
  severity: 'info',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { mounted: mounts, managed: optional(managedConfig), local: optional(localConfig) },
  messages: { unmonitored: 'NFS and fuse are left out by default, and no setting says otherwise: {targets}' },
  remediation: {
    steps: [
      'Decide whether files on these mounts are run on this host.',
      'To watch them, set antivirusEngine.unmonitoredFilesystems to an empty list, and measure the load afterwards.',
    ],
    commands: [{ command: 'mdatp health --details antivirus', risk: 'safe' }],
    links: [links.unmonitoredFileSystems],
  },
  sources: [{ document: 'linux-preferences', date: '2025-01' }],

  evaluate({ mounted, managed, local }, { know }) {
    const isLeftOut = ({ type, coverage }: { readonly type: string; readonly coverage: string }): boolean =>
      coverage === 'full' && (/^nfs4?$/u.test(type) || /^fuse\.?/u.test(type)) && type !== 'fuseblk';
    const found = dataMounts(mounted.mounts, know(fileSystems)).filter(isLeftOut);
    const shown = shownMounts(found.map(({ mount }) => mount));
    if (!shown || memberAt(managed?.root, 'antivirusEngine', KEY)) return [];
    if (!managed && !local) {
      return cannotTell('The settings of the agent are not in the bundle.', { managedConfig });
    }
    const absence = citeAbsence(`antivirusEngine.${KEY}`, [managed?.root.at.entry ?? FILE], 'context');
    const evidence: readonly [Citation, ...Citation[]] = [...shown.evidence, absence];
    return [{ message: 'unmonitored', params: { targets: shown.targets }, evidence, identity: [] }];
  },
});
