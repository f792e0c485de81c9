import { cannotTell, citeAll, defineAnalyzer, notApplicable, type Located } from '../../engine/api/index.ts';
import { health, type Health } from '../../facts/mdatp/health.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

export const notOnboarded = defineAnalyzer({
  id: 'health/not-onboarded',
  title: 'Agent that belongs to no tenant',
  why: 'Without onboarding the agent has no licence: it protects nothing and the portal does not know the host.',
  severity: 'critical',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { health },
  messages: {
    tenant: 'The agent belongs to no tenant: org_id is {value}',
    unlicensed: 'The agent has no licence although it belongs to a tenant',
    licence: 'The agent has no licence',
  },
  remediation: {
    steps: [
      'Download the onboarding package for Linux servers from the portal.',
      'Run it on the host as root.',
      'Look at licensed and org_id again after a minute.',
    ],
    commands: [
      { command: 'sudo python3 MicrosoftDefenderATPOnboardingLinuxServer.py', risk: 'changes-host' },
      { command: 'mdatp health --field org_id', risk: 'safe' },
    ],
    links: [links.onboarding, links.healthStatus],
  },
  sources: [
    { document: 'linux-install-manually', date: '2025-01' },
    { document: 'health-status', date: '2025-01' },
  ],

  evaluate({ health: found }, { collectedAt }) {
    const { org_id: tenant, licensed } = found;
    const banner = licenceBanner(found);
    if (!tenant && !licensed && !banner) {
      return cannotTell('The health names neither a licence nor a tenant.');
    }
    const withoutLicence = [banner, licensed?.value === false ? licensed : undefined].filter(isSeen);
    const about = { identity: [], subject: 'licence' };
    if (tenant && !isTenant(tenant.value)) {
      const evidence = citeAll([tenant, ...withoutLicence]);
      return [{ ...about, message: 'tenant', params: { value: tenant.value || 'empty' }, evidence }];
    }
    const [first, ...rest] = withoutLicence;
    if (!first) return [];
    if (!tenant) return [{ ...about, message: 'licence', evidence: citeAll([first, ...rest]) }];
    const expired = expiredBy(found, collectedAt);
    if (expired === 'unknown') {
      return cannotTell(
        'A host of a tenant lost its licence; whether the build has expired is not to be seen.',
      );
    }
    if (expired) return notApplicable('The host belongs to a tenant; its build has expired.');
    return [{ ...about, message: 'unlicensed', evidence: citeAll([first, ...rest, tenant]) }];
  },
});

// ATTENTION: No license found. Contact your administrator for help.
function licenceBanner({ banner }: Health): Located<string> | undefined {
  return banner && /\bno licen[sc]e\b/iu.test(banner.value) ? banner : undefined;
}

function isTenant(value: string): boolean {
  return value !== '' && value !== 'unavailable';
}

function isSeen<T>(value: T | undefined): value is T {
  return value !== undefined;
}

/** An expired build loses its licence but keeps its tenant. */
function expiredBy(
  { product_expiration: expiration }: Health,
  collectedAt: Date | undefined,
): boolean | 'unknown' {
  if (!expiration || !collectedAt) return 'unknown';
  return Date.parse(expiration.value) < collectedAt.getTime();
}
