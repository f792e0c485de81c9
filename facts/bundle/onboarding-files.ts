import { entriesFact, type Place } from '../../engine/api/index.ts';

export interface OnboardingFiles {
  /** Files that would join another host to the tenant. */
  readonly files: readonly Place[];
}

// mdatp_onboard.json · MicrosoftDefenderATPOnboardingLinuxServer.py · WindowsDefenderATPOnboardingPackage.zip
const ONBOARDING =
  /(?:^|[/!])(?:mdatp_onboard\.json|MicrosoftDefenderATPOnboarding\w{0,40}\.(?:py|sh|json)|(?:Windows|Gateway|\w{0,20})DefenderATPOnboardingPackage\w{0,40}\.zip)$/iu;

/** Onboarding packages and what they install, told by their names. */
export const onboardingFiles = entriesFact<OnboardingFiles>({
  name: 'bundle.onboarding-files',
  describes: 'Onboarding data of the tenant in the bundle',
  from: {
    'client-analyzer': '**',
    'mdatp-diagnostic': '**',
    sosreport: '**',
    supportconfig: '**',
    plain: '**',
  },
  read: (entries) => ({
    files: entries
      .filter(({ kind, size, path }) => kind === 'file' && size > 0 && ONBOARDING.test(path))
      .map(({ path }) => ({ entry: path }))
      .toArray(),
  }),
});
