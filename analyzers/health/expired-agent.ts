import { cannotTell, cite, defineAnalyzer } from '../../engine/api/index.ts';
import { collectionTime } from '../../facts/bundle/collection-time.ts';
import { health } from '../../facts/mdatp/health.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A month leaves time for one maintenance window. */
const WARNING_DAYS = 30;

export const expiredAgent = defineAnalyzer({
  id: 'health/expired-agent',
  title: 'Expired build of the agent',
  why: 'A build runs for about nine months; after that it loses its licence and stops protecting the host.',
  severity: 'critical',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { health },
  messages: {
    expired: 'This build of the agent expired on {date}, before the bundle was collected on {collected}',
    soon: 'This build of the agent expires on {date}; the bundle was collected on {collected}',
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

  evaluate({ health: { product_expiration: expiration } }, { collectedAt }) {
    if (!expiration) return cannotTell('The health names no date of expiration.');
    if (!collectedAt) return cannotTell('Nothing tells when the bundle was collected.', { collectionTime });
    const left = Date.parse(expiration.value) - collectedAt.getTime();
    if (left >= WARNING_DAYS * DAY_MS) return [];
    const date = expiration.value.slice(0, 10);
    const about = {
      params: { date, collected: collectedAt.toISOString().slice(0, 10) },
      evidence: [cite(expiration)],
      identity: [date],
    } as const;
    return left < 0
      ? [{ ...about, message: 'expired' }]
      : [{ ...about, message: 'soon', severity: 'medium' }];
  },
});
