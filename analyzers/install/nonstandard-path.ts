import {
  cannotTell,
  citeAll,
  compareVersions,
  defineAnalyzer,
  optional,
  type Located,
} from '../../engine/api/index.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { directories } from '../../facts/mdatp/directories.ts';
import { installPath } from '../../facts/mdatp/install-path.ts';
import { mdatpProcesses } from '../../facts/mdatp/mdatp-processes.ts';
import { serviceFile } from '../../facts/mdatp/service-file.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { DEFAULT_PLACE, FIRST_WITH_CUSTOM_PLACE, placesOf } from './install-place.ts';

export const nonstandardPath = defineAnalyzer({
  id: 'install/nonstandard-path',
  title: 'Agent outside its default place',
  why: 'Before 101.25062.0003 no other place is supported: updates, policies and tools look for the agent below /opt.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent],
  needs: {
    processes: optional(mdatpProcesses),
    file: optional(serviceFile),
    listed: optional(directories),
    path: optional(installPath),
    agent: optional(agent),
  },
  messages: {
    unsupported: 'Agent {version} lies in {place}; it supports no place but /opt/microsoft/mdatp',
    custom: 'Agent {version} lies in {place}, as is supported since 101.25062.0003',
    unknown: 'The agent lies in {place}; whether its version supports that is not in the bundle',
  },
  remediation: {
    steps: [
      'Ask why the agent was put there: little space below /opt, or a rule of the house.',
      'Update to a version that supports another place, or uninstall the agent and install it to the default one.',
      'Use the documented way for another place (the installer with --install-path): a moved folder is none.',
    ],
    commands: [
      { command: 'ls -ld /opt/microsoft/mdatp; cat /etc/opt/microsoft/mdatp/mde_path.json', risk: 'safe' },
    ],
    links: [links.customLocation],
  },
  sources: [
    { document: 'microsoft-defender-endpoint-linux', date: '2024-02', profiles: ['seed', '2025'] },
    { document: 'linux-custom-location-installation', date: '2025-08-18', profiles: ['2026'] },
  ],

  evaluate({ agent: installed, ...facts }) {
    const places = placesOf(facts);
    const elsewhere = places.filter(({ value }) => value !== DEFAULT_PLACE);
    const [first, ...more] = elsewhere;
    if (!first) {
      return places.length > 0 ? [] : cannotTell('Nothing tells where the agent lies.', { mdatpProcesses });
    }
    const place = first.value;
    const same = more.filter(({ value }) => value === place);
    const found = installed?.version;
    const shown: readonly [Located<unknown>, ...Located<unknown>[]] = found
      ? [first, ...same, found]
      : [first, ...same];
    const about = { evidence: citeAll(shown), identity: [place] };
    if (!found) {
      return [
        { ...about, message: 'unknown', params: { place }, severity: 'medium', confidence: 'possible' },
      ];
    }
    const params = { place, version: found.value };
    if (compareVersions(found.value, FIRST_WITH_CUSTOM_PLACE) < 0) {
      return [{ ...about, message: 'unsupported', params }];
    }
    return [{ ...about, message: 'custom', params, severity: 'info' }];
  },
});
