import {
  cannotTell,
  cite,
  citeAbsence,
  compareVersions,
  type CannotTell,
  type Citation,
} from '../../engine/api/index.ts';
import type { Agent } from '../../facts/mdatp/agent.ts';
import type { InstalledPackages } from '../../facts/packages/installed-packages.ts';
import { LAST_AGENT_WITH_AUDITD } from '../applies.ts';

/** A package that must be there, under any of its names. */
export interface Dependency {
  readonly names: readonly string[];
  readonly atLeast?: string;
  /** Only agents up to this version need it. */
  readonly untilAgent?: string;
}

export const UNTIL_AUDITD_WENT = LAST_AGENT_WITH_AUDITD;

interface MissingDraft {
  readonly message: 'missing' | 'tooOld';
  readonly params: { readonly name: string; readonly found: string; readonly wanted: string };
  readonly evidence: readonly [Citation, ...Citation[]];
  readonly subject: string;
  readonly identity: readonly string[];
}

/** Dependencies that a complete package list lacks, or has too old. */
export function missingPackages(
  dependencies: readonly Dependency[],
  packages: InstalledPackages,
  agent: Agent | undefined,
): readonly MissingDraft[] | CannotTell {
  if (!packages.complete) return cannotTell('The list of packages is not complete.');
  return dependencies.flatMap((dependency): readonly MissingDraft[] => {
    const { names, atLeast, untilAgent } = dependency;
    const version = agent?.version?.value;
    if (untilAgent !== undefined && (version === undefined || compareVersions(version, untilAgent) > 0))
      return [];
    const name = names[0] ?? '';
    const found = names.map((one) => packages.byName.get(one)).find((one) => one !== undefined);
    const about = { subject: name, identity: [name] };
    if (!found) {
      const looked = citeAbsence(names.join(' or '), [packages.entry]);
      const installed = packages.byName.get('mdatp');
      const evidence: readonly [Citation, ...Citation[]] = installed
        ? [looked, cite(installed, 'context')]
        : [looked];
      return [{ ...about, message: 'missing', params: { name, found: '', wanted: atLeast ?? '' }, evidence }];
    }
    const has = found.value.version.replace(/^\d+:/u, '');
    if (atLeast === undefined || compareVersions(has, atLeast) >= 0) return [];
    return [
      { ...about, message: 'tooOld', params: { name, found: has, wanted: atLeast }, evidence: [cite(found)] },
    ];
  });
}
