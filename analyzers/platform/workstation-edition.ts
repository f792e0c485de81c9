import {
  cannotTell,
  cite,
  defineAnalyzer,
  optional,
  sourcesOf,
  type Located,
} from '../../engine/api/index.ts';
import { distribution } from '../../facts/host/distribution.ts';
import { osRelease } from '../../facts/host/os-release.ts';
import { releaseFile } from '../../facts/host/release-file.ts';
import { installedPackages } from '../../facts/packages/installed-packages.ts';
import { agentPresent } from '../applies.ts';
import { workstationEditions } from '../knowledge/workstation-editions.ts';
import { links } from '../links.ts';

export const workstationEdition = defineAnalyzer({
  id: 'platform/workstation-edition',
  title: 'Workstation edition of the distribution',
  why: 'The agent is supported on server editions; desktops bring services and updates it is not tested with.',
  severity: 'medium',
  confidence: 'certain',
  profiles: ['2025', '2026'],
  applies: [agentPresent],
  needs: {
    host: distribution,
    os: optional(osRelease),
    file: optional(releaseFile),
    packages: optional(installedPackages),
  },
  messages: {
    edition: '{name} is installed as an edition for workstations ({sign})',
    desktop: 'Package {sign} makes this {name} host a desktop',
  },
  remediation: {
    steps: [
      'Use the server edition of the distribution for hosts that the agent shall protect.',
      'Where a server only got a desktop on top, remove it if nobody needs it.',
    ],
    links: [links.distributions],
  },
  sources: sourcesOf(workstationEditions),

  evaluate({ host, os, file, packages }, { know }) {
    const signs = know(workstationEditions);
    const name = host.name.value;
    const named = (place: string, value: string) =>
      signs.some((sign) => sign.in === place && sign.name === value.toLowerCase());
    const edition =
      found(os?.variant_id, (value) => named('variant', value)) ??
      found(host.id, (value) => named('id', value)) ??
      found(file?.product, (value) => value.split(/\s+/u).some((word) => named('product', word)));
    if (edition) {
      const params = { name, sign: edition.value };
      return [{ message: 'edition', params, evidence: [cite(edition)], identity: [] }];
    }
    const desktop = signs.find((sign) => sign.in === 'package' && packages?.byName.has(sign.name));
    const installed = desktop && packages?.byName.get(desktop.name);
    if (installed) {
      const params = { name, sign: installed.value.name };
      return [
        { message: 'desktop', params, evidence: [cite(installed)], confidence: 'likely', identity: [] },
      ];
    }
    if (host.id.value === 'ubuntu' && !packages?.complete) {
      return cannotTell('Ubuntu tells its edition by its packages only.', { installedPackages });
    }
    return [];
  },
});

function found(
  value: Located<string> | undefined,
  fits: (value: string) => boolean,
): Located<string> | undefined {
  return value && fits(value.value) ? value : undefined;
}
