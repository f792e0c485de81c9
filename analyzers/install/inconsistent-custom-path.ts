import { cannotTell, cite, defineAnalyzer, notApplicable, optional } from '../../engine/api/index.ts';
import { directories } from '../../facts/mdatp/directories.ts';
import { installPath } from '../../facts/mdatp/install-path.ts';
import { installPathCopy } from '../../facts/mdatp/install-path-copy.ts';
import { mdatpProcesses } from '../../facts/mdatp/mdatp-processes.ts';
import { serviceFile } from '../../facts/mdatp/service-file.ts';
import { mounts } from '../../facts/storage/mounts.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { closedFolder, mountTrouble, otherCopy, otherDaemon, otherLink } from './custom-path-faults.ts';
import { DEFAULT_PLACE, placesOf } from './install-place.ts';

export const inconsistentCustomPath = defineAnalyzer({
  id: 'install/inconsistent-custom-path',
  title: 'Path of the installation contradicts itself',
  why: 'The agent, its updates and its removal each read the path from another of these places and miss the others.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent],
  needs: {
    path: optional(installPath),
    copy: optional(installPathCopy),
    listed: optional(directories),
    processes: optional(mdatpProcesses),
    file: optional(serviceFile),
    mounts: optional(mounts),
  },
  messages: {
    broken: 'mde_path.json is no valid JSON: {detail}',
    empty: 'mde_path.json names no path',
    relative: 'mde_path.json names {path}, which is no absolute path',
    otherCopy: 'mde_path.json names {path}, its copy in the installation names {other}',
    otherLink: '/opt/microsoft/mdatp leads to {found} where mde_path.json asks for {wanted}',
    noLink: '/opt/microsoft/mdatp is a folder of its own where mde_path.json asks for a link to {wanted}',
    otherDaemon: 'The daemon runs from {found} where mde_path.json asks for {wanted}',
    closed: 'The folder {folder} of the installation has mode {mode}; at least 755 is needed',
    network: 'The installation at {path} lies on {target}, a file system of type {type} that can go away',
  },
  remediation: {
    steps: [
      'Choose a new, empty folder on a local file system that is always mounted.',
      'Uninstall the agent and install it anew to that folder with the documented option of the installer.',
      'Change none of the files and links by hand: the path of an installation is fixed.',
    ],
    commands: [
      {
        command:
          'cat /etc/opt/microsoft/mdatp/mde_path.json /opt/microsoft/mdatp/conf/mde_path.json; ls -ld /opt/microsoft/mdatp',
        risk: 'safe',
      },
    ],
    links: [links.customLocationTrouble],
  },
  sources: [{ document: 'linux-custom-location-installation', date: '2025-08-18' }],

  evaluate({ path: first, copy, mounts: mounted, ...facts }) {
    if (!first) {
      const places = placesOf({ ...facts, path: copy });
      return places.length > 0 && places.every(({ value }) => value === DEFAULT_PLACE)
        ? notApplicable('The agent lies in its default place.')
        : cannotTell('mde_path.json is not in the bundle.', { installPath });
    }
    const { path, syntaxError } = first;
    const about = { identity: [] };
    if (syntaxError) {
      const params = { detail: syntaxError.value };
      return [{ ...about, message: 'broken', params, evidence: [cite(syntaxError)] }];
    }
    if (!path) return [{ ...about, message: 'empty', evidence: [cite({ entry: first.entry })] }];
    if (!path.value.startsWith('/')) {
      return [{ ...about, message: 'relative', params: { path: path.value }, evidence: [cite(path)] }];
    }
    return [
      ...otherCopy(path, copy?.path),
      ...otherLink(path, facts.listed),
      ...otherDaemon(path, facts.processes),
      ...closedFolder(path, facts.listed),
      ...mountTrouble(path, mounted),
    ];
  },
});
