import {
  cannotTell,
  cite,
  citeAll,
  defineAnalyzer,
  notApplicable,
  optional,
  type FindingDraft,
  type Located,
  type Location,
} from '../../engine/api/index.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { packageCheck, type ChangedFile } from '../../facts/mdatp/package-check.ts';
import { dpkgPackages, type DpkgPackage } from '../../facts/packages/dpkg-packages.ts';
import { installedPackages } from '../../facts/packages/installed-packages.ts';
import { links } from '../links.ts';

/** Missing files that are cited. */
const MOST_CITED = 5;

/** What dpkg's second letter means, see dpkg(1). */
const STATES: Readonly<Record<string, string>> = {
  U: 'unpacked and not configured',
  F: 'half configured: its last script failed',
  H: 'half installed: it broke while it was unpacked',
  W: 'waiting for the trigger of another package',
  t: 'waiting for a trigger of its own',
};

const messages = {
  state: 'dpkg lists {name} as {status}: {meaning}',
  removed: 'dpkg lists {name} as {status}, removed, though the agent is still there',
  missingOne: 'The file {path} of the package is missing',
  missingMany: '{count} files of the package are missing, the first of them {path}',
} as const;

type Draft = FindingDraft<typeof messages>;

export const halfInstalledPackage = defineAnalyzer({
  id: 'install/half-installed-package',
  title: 'Package of the agent half installed',
  why: 'Files are there that no script has set up; updates stop at the package until it is repaired.',
  severity: 'high',
  confidence: 'certain',
  needs: {
    dpkg: optional(dpkgPackages),
    check: optional(packageCheck),
    packages: optional(installedPackages),
    agent: optional(agent),
  },
  messages,
  remediation: {
    steps: [
      'Let the package manager finish what it began, and read what it complains of.',
      'Install the package again where files are missing.',
    ],
    commands: [
      { command: 'sudo dpkg --audit', risk: 'safe' },
      { command: 'sudo dpkg --configure -a', risk: 'changes-host' },
      { command: 'sudo apt-get install --reinstall mdatp || sudo yum reinstall mdatp', risk: 'disruptive' },
    ],
    links: [links.installTrouble],
  },
  sources: [{ document: 'dpkg(1), rpm(8)', date: '2025-01' }],
  because: [
    { of: 'install/missing-deb-dependencies' },
    { of: 'install/missing-rpm-dependencies' },
    { of: 'install/installer-errors' },
  ],

  evaluate({ dpkg, check, packages, agent: installed }) {
    if (!packages && !check)
      return cannotTell('No list of packages is in the bundle.', { installedPackages });
    if (packages?.manager === 'rpm' && !check) {
      return notApplicable(
        'rpm knows no half-installed packages, and its check of the files is not in the bundle.',
      );
    }
    const proof = installed?.proof;
    const states = ['mdatp', 'mde-netfilter'].flatMap((name) => {
      const rows = dpkg?.packages.get(name) ?? [];
      // One architecture that is in order is enough.
      const [row] = rows.some(({ value }) => value.status[1] === 'i') ? [] : rows;
      return row
        ? stateDraft(row, name === 'mdatp' && installed?.installed === 'yes' ? proof : undefined)
        : [];
    });
    return [...states, ...missingFiles(check?.changed ?? [])];
  },
});

function stateDraft(row: Located<DpkgPackage>, proof: Location | undefined): readonly Draft[] {
  const { name, status } = row.value;
  const meaning = STATES[status[1] ?? ''];
  const about = { subject: name, identity: [name] };
  if (meaning !== undefined) {
    const params = { name, status, meaning };
    return [{ ...about, message: 'state', params, evidence: [cite(row)] }];
  }
  // Settings that a removal leaves behind are no fault, unless the agent itself is still there.
  if (!proof || status[1] !== 'c') return [];
  const evidence = [cite(row), cite(proof, 'conflicts-with')] as const;
  return [{ ...about, message: 'removed', params: { name, status }, evidence }];
}

function missingFiles(changed: readonly Located<ChangedFile>[]): readonly Draft[] {
  const missing = changed.filter(({ value }) => value.isMissing && !value.isSetting);
  const [first, ...rest] = missing;
  if (!first) return [];
  const { path } = first.value;
  const evidence = citeAll([first, ...rest.slice(0, MOST_CITED - 1)]);
  const about = { evidence, subject: 'mdatp', identity: [path] };
  return rest.length === 0
    ? [{ ...about, message: 'missingOne', params: { path } }]
    : [{ ...about, message: 'missingMany', params: { path, count: missing.length } }];
}
