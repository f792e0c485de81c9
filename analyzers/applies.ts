import { applicability } from '../engine/api/index.ts';
import { macos } from '../facts/host/macos.ts';
import { distribution } from '../facts/host/distribution.ts';
import { agent } from '../facts/mdatp/agent.ts';
import { installedPackages } from '../facts/packages/installed-packages.ts';

/** The last agent that could read events from auditd, and needed its package (linux-whatsnew, 2024-10). */
export const LAST_AGENT_WITH_AUDITD = '101.24072.0001';

/** Every check of the host, for all that is judged holds for Linux. */
export const onLinux = applicability({ macos }, ({ macos: found }) =>
  found?.sign ? `The host runs macOS: the bundle shows ${found.sign.what}.` : undefined,
);

/** Checks of the agent mean nothing where it is surely not installed. */
export const agentPresent = applicability({ agent }, ({ agent: found }) =>
  found?.installed === 'no' ? 'The agent is not installed on this host.' : undefined,
);

export const onlyRhel6 = applicability({ distribution }, ({ distribution: found }) =>
  found && !isRhel6(found.id.value, found.major)
    ? `The host runs ${found.name.value}, not RHEL or CentOS 6.`
    : undefined,
);

export const notRhel6 = applicability({ distribution }, ({ distribution: found }) =>
  found && isRhel6(found.id.value, found.major) ? 'RHEL and CentOS 6 have rules of their own.' : undefined,
);

export const onlyDebFamily = applicability({ distribution }, ({ distribution: found }) =>
  found && found.family !== 'deb' ? `${found.name.value} has no deb packages.` : undefined,
);

export const onlyRpmFamily = applicability({ distribution }, ({ distribution: found }) =>
  found && found.family !== 'rpm' ? `${found.name.value} has no rpm packages.` : undefined,
);

/** What mde-netfilter needs means nothing where it is not installed; that it is missing is another check. */
export const netfilterPresent = applicability({ packages: installedPackages }, ({ packages }) =>
  packages?.complete && !packages.byName.has('mde-netfilter')
    ? 'The package mde-netfilter is not installed.'
    : undefined,
);

function isRhel6(id: string, major: number | undefined): boolean {
  return (id === 'rhel' || id === 'centos') && major === 6;
}
