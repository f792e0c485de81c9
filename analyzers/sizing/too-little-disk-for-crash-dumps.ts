import { cannotTell, cite, defineAnalyzer, sourcesOf } from '../../engine/api/index.ts';
import { health } from '../../facts/mdatp/health.ts';
import { diskSpace, filesystemOf } from '../../facts/storage/disk-space.ts';
import { agentPresent } from '../applies.ts';
import { sizing } from '../knowledge/sizing.ts';
import { links } from '../links.ts';
import { byteText } from './byte-text.ts';
import { filesystemId } from './filesystem-id.ts';

/** Crashes are kept below the state of the agent. */
const CRASHES = '/var/opt/microsoft/mdatp';

export const tooLittleDiskForCrashDumps = defineAnalyzer({
  id: 'sizing/too-little-disk-for-crash-dumps',
  title: 'Too little disk space for crash dumps',
  why: 'With cloud diagnostics on, crashes are kept until they are sent; a crash may fill the file system.',
  severity: 'medium',
  confidence: 'certain',
  profiles: ['seed'],
  applies: [agentPresent],
  needs: { state: health, disk: diskSpace },
  messages: {
    tight:
      'The file system of /var has {free} left; with cloud diagnostics on, profile {profile} asks for {wanted}',
  },
  remediation: {
    steps: [
      'Free space on the file system of /var, or enlarge it.',
      'Where that is not possible, set the diagnostic level to required, so that crashes are not collected.',
    ],
    commands: [
      { command: 'df -h /var/opt/microsoft/mdatp', risk: 'safe' },
      { command: 'sudo mdatp config cloud-diagnostic --value disabled', risk: 'changes-host' },
    ],
    links: [links.requirements],
  },
  sources: sourcesOf(sizing),

  evaluate({ state, disk }, { know, profile }) {
    const rows = know(sizing);
    const disks = rows.find(({ what }) => what === 'disk');
    const dumps = rows.find(({ what }) => what === 'crash-dumps');
    const diagnostics = state.cloud_diagnostic_enabled;
    if (!disks || !dumps) return cannotTell(`There are no sizes for profile ${profile}.`);
    if (!diagnostics) return cannotTell('Whether cloud diagnostics are on is not in the bundle.');
    const row = filesystemOf(disk, CRASHES);
    if (!row) return cannotTell(`No file system that could hold ${CRASHES} is in the list.`);
    const { target, availableBytes } = row.value;
    const wanted = disks.minimum + dumps.minimum;
    if (!diagnostics.value || availableBytes >= wanted) return [];
    const params = { free: byteText(availableBytes), profile, wanted: byteText(wanted) };
    const evidence = [cite(row), cite(diagnostics, 'conflicts-with')] as const;
    return [{ message: 'tight', params, evidence, subject: filesystemId(row.value), identity: [target] }];
  },
});
