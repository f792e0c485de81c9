import { cite, defineAnalyzer, type Citation, type Located } from '../../engine/api/index.ts';
import { recurringErrors, type RecurringError } from '../../facts/mdatp/recurring-errors.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { recurringErrorCount } from './thresholds.ts';

/** Forms of errors that are cited, the most frequent first. */
const MOST_CITED = 5;

/** Words of errors that a way to the service which is barred may cause. */
const OF_CONNECTIONS =
  /\bHTTP [345]\d\d\b|\b(?:proxy|timed? ?out|connect\w*|resolv\w+|dns|host not found|unreachable|curl|tls|ssl|certificate|heartbeat)\b/iu;
/** The parts of the agent speak to each other by sockets. */
const WITHIN_THE_HOST = /\bsocket\b|\blocalhost\b|\b127\.0\.0\.1\b/iu;

export const recurringAgentErrors = defineAnalyzer({
  id: 'performance/recurring-agent-errors',
  title: 'Errors that the agent logs again and again',
  why: 'What fails each time is tried each time: it costs work, and hides other errors in the log.',
  severity: 'low',
  confidence: 'likely',
  applies: [agentPresent],
  needs: { logs: recurringErrors },
  messages: {
    connections:
      'An error of connections recurs in the logs of the agent, {count} times from {first} to {last}: {example}',
    others: 'An error recurs in the logs of the agent, {count} times from {first} to {last}: {example}',
  },
  remediation: {
    steps: [
      'Mend what other findings name as the cause.',
      'Quote the message and its number in a support case where nothing explains it.',
    ],
    commands: [
      { command: 'sudo tail -n 50 /var/log/microsoft/mdatp/microsoft_defender_core_err.log', risk: 'safe' },
    ],
    links: [links.resources],
  },
  sources: [
    { document: 'linux-resources', date: '2025-01' },
    { document: 'Judged by experience', date: '2026-11' },
  ],
  because: [
    { of: 'connectivity/authenticated-proxy', forSubject: 'connections' },
    { of: 'connectivity/unreachable-endpoints', forSubject: 'connections' },
    { of: 'connectivity/dns-failure', forSubject: 'connections' },
    { of: 'connectivity/ssl-inspection', forSubject: 'connections' },
  ],

  evaluate({ logs }, { threshold }) {
    const least = threshold(recurringErrorCount);
    const recurring = logs.errors.filter(({ value }) => value.count >= least);
    const [connections, others] = [true, false].map((wanted) =>
      recurring.filter(({ value }) => isOfConnections(value.example) === wanted),
    );
    return [
      ...told(connections).map((about) => ({
        message: 'connections' as const,
        subject: 'connections',
        ...about,
      })),
      ...told(others).map((about) => ({ message: 'others' as const, subject: 'others', ...about })),
    ];
  },
});

function isOfConnections(message: string): boolean {
  return OF_CONNECTIONS.test(message) && !WITHIN_THE_HOST.test(message);
}

/** One finding for all forms: a person reads the log once. */
function told(errors: readonly Located<RecurringError>[] = []) {
  const [most, ...rest] = errors;
  if (!most) return [];
  const { count, example, first, last } = most.value;
  const others: readonly Citation[] = rest.slice(0, MOST_CITED - 1).map((one) => cite(one));
  const params = { count, example, first: dayOf(first), last: dayOf(last) };
  return [{ params, evidence: [cite(most), ...others] as const, identity: [most.value.signature] }];
}

function dayOf(time: string): string {
  return time.slice(0, 10);
}
