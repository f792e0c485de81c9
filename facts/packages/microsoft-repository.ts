import type { Repository } from './repository.ts';

/** A repository that serves the agent. */
export interface MicrosoftRepository extends Repository {
  readonly ring: 'prod' | 'insiders-fast' | 'insiders-slow';
  /** For which it is made: rhel, ubuntu, debian, sles …, and release 9, 22.04. */
  readonly distribution: string;
  readonly release: string;
}

// https://packages.microsoft.com/rhel/9/prod/ · …/ubuntu/22.04/prod · …/rhel/8.0/insiders-fast
const BY_FOLDER =
  /^https?:\/\/packages\.microsoft\.com\/(?<distribution>[a-z-]+)\/(?<release>\d[\d.]*)\/(?<ring>prod|insiders-fast|insiders-slow)\/?/iu;
// https://packages.microsoft.com/yumrepos/microsoft-rhel9.0-prod · …-rhel8.0-insiders-fast-prod
const BY_NAME =
  /^https?:\/\/packages\.microsoft\.com\/yumrepos\/microsoft-(?<distribution>[a-z]+?)(?<release>\d[\d.]*)-(?:(?<insiders>insiders-fast|insiders-slow)-)?prod\/?$/iu;

/** Microsoft's repositories of other programs (edge, code, azure-cli) are left out: they serve no agent. */
export function microsoftRepository(repository: Repository): MicrosoftRepository | undefined {
  const found = (BY_FOLDER.exec(repository.url) ?? BY_NAME.exec(repository.url))?.groups;
  if (!found) return undefined;
  const { distribution = '', release = '' } = found;
  return {
    ...repository,
    // In apt the channel is a suite of the same address.
    ring: ringOf(repository.suite) ?? ringOf(found['ring'] ?? found['insiders']) ?? 'prod',
    distribution: distribution.toLowerCase(),
    release,
  };
}

function ringOf(word: string | undefined): 'insiders-fast' | 'insiders-slow' | undefined {
  const lower = word?.toLowerCase();
  return lower === 'insiders-fast' || lower === 'insiders-slow' ? lower : undefined;
}
