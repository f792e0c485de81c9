import {
  cannotTell,
  cite,
  defineAnalyzer,
  optional,
  type AnalysisContext,
  type Located,
  type Source,
} from '../../engine/api/index.ts';
import { collectionTime } from '../../facts/bundle/collection-time.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { health } from '../../facts/mdatp/health.ts';
import { agentPresent } from '../applies.ts';
import { releases } from '../knowledge/releases.ts';
import { links } from '../links.ts';
import { isAgentVersion, monthOfBuild, monthsSince, releaseOf } from './agent-release.ts';
import { expiryByVersion, expiryWarning } from './thresholds.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A build runs for about nine months from its release; seen: eight and a half. */
const MONTHS_ON_SALE = 8;
const MONTHS_SURELY_OVER = 10;

export const expiredAgent = defineAnalyzer({
  id: 'health/expired-agent',
  title: 'Expired build of the agent',
  why: 'A build runs for about nine months; after that it loses its licence and stops protecting the host.',
  severity: 'critical',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { agent, health: optional(health) },
  messages: {
    expired: 'This build of the agent expired on {date}, before the bundle was collected on {collected}',
    soon: 'This build of the agent expires on {date}; the bundle was collected on {collected}',
    byVersion:
      'Agent {version} is of {made}; a build runs for about nine months, and the bundle was collected on {collected}',
  },
  remediation: {
    steps: [
      'Update the package mdatp by the package manager of the host.',
      'Let updates run by a schedule.',
      'Look at product_expiration and licensed again.',
    ],
    commands: [{ command: 'mdatp health --field product_expiration', risk: 'safe' }],
    links: [links.updates],
  },
  sources: [{ document: 'linux-updates', date: '2025-01' }],
  because: [{ of: 'health/outdated-agent' }],

  evaluate({ agent: { version }, health: found }, context) {
    const { collectedAt, threshold } = context;
    const expiration = found?.product_expiration;
    if (!expiration && !version) {
      return cannotTell('Neither the date of expiration nor the version of the agent is known.');
    }
    if (!collectedAt) return cannotTell('Nothing tells when the bundle was collected.', { collectionTime });
    const collected = collectedAt.toISOString().slice(0, 10);
    if (!expiration) {
      const made = version && madeBy(version, context);
      const verdict = made && verdictByAge(made, context);
      if (verdict === 'runs') return [];
      if (!made || verdict !== 'expired') return cannotTell('The health names no date of expiration.');
      const { value } = version;
      return [
        {
          message: 'byVersion',
          params: { version: value, made: made.day, collected },
          evidence: [cite(version)],
          severity: 'high',
          confidence: 'likely',
          subject: 'licence',
          identity: [value],
          ...(made.sources ? { sources: made.sources } : {}),
        },
      ];
    }
    const left = Date.parse(expiration.value) - collectedAt.getTime();
    if (left >= threshold(expiryWarning) * DAY_MS) return [];
    const date = expiration.value.slice(0, 10);
    const about = { params: { date, collected }, evidence: [cite(expiration)], identity: [date] } as const;
    return left < 0
      ? [{ ...about, message: 'expired', subject: 'licence' }]
      : [{ ...about, message: 'soon', severity: 'medium' }];
  },
});

interface Made {
  /** Day or month. */
  readonly day: string;
  /** True where it is the day of the release, false where it is the month in the version. */
  readonly isRelease: boolean;
  readonly sources: readonly Source[] | undefined;
}

/** When a build came out, by the list of releases, or was made, by its version. */
function madeBy({ value }: Located<string>, { know, sourceOf }: AnalysisContext): Made | undefined {
  if (!isAgentVersion(value)) return undefined;
  const release = releaseOf(value, know(releases));
  if (release) return { day: release.released, isRelease: true, sources: sourceOf(releases, release) };
  const month = monthOfBuild(value);
  return month === undefined ? undefined : { day: month, isRelease: false, sources: undefined };
}

function verdictByAge(
  { day, isRelease }: Made,
  { collectedAt, threshold }: AnalysisContext,
): 'runs' | 'expired' | 'unknown' {
  if (!collectedAt) return 'unknown';
  const months = monthsSince(day, collectedAt);
  if (months < MONTHS_ON_SALE) return 'runs';
  return months >= (isRelease ? MONTHS_SURELY_OVER : threshold(expiryByVersion)) ? 'expired' : 'unknown';
}
