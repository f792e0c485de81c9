import {
  cannotTell,
  citeAll,
  defineAnalyzer,
  optional,
  type FindingDraft,
  type Located,
} from '../../engine/api/index.ts';
import { scanHistory } from '../../facts/mdatp/scan-history.ts';
import { threatList } from '../../facts/mdatp/threat-list.ts';
import type { Threat } from '../../facts/mdatp/threat.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

/** The file is out of reach, or gone. */
const DEALT_WITH = /^(?:quarantined|removed|deleted|cleaned|remediated|blocked)$/u;
/** Somebody decided that it may run. */
const LET_RUN = /^(?:allowed|restored)$/u;
/** Threats that are told one by one. */
const MOST_FINDINGS = 20;
const MOST_PLACES = 5;

const MESSAGES = {
  open: 'The agent found {name}, whose state is {status}',
  allowed: 'The agent found {name}, which was {status}',
  unknown: 'A scan found {name}; what became of it is not in the bundle',
  dealtWith: 'The agent found {name} and dealt with it ({status})',
} as const;

export const openThreats = defineAnalyzer({
  id: 'health/open-threats',
  title: 'Threats on the host',
  why: 'Malware that was found and not dealt with may still run.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { list: optional(threatList), history: optional(scanHistory) },
  messages: MESSAGES,
  remediation: {
    steps: [
      'Look at the alert of the host in the portal, and isolate the host where the threat is not a test.',
      'Quarantine what is still there.',
      'Find out who allowed or restored a threat, and why.',
    ],
    commands: [
      { command: 'mdatp threat list', risk: 'safe' },
      { command: 'mdatp threat quarantine add --id <threat id>', risk: 'changes-host' },
    ],
    links: [links.supportedCommands],
  },
  sources: [{ document: 'linux-resources', date: '2025-01' }],

  evaluate({ list, history }) {
    if (!list && !history) return cannotTell('Neither a list of threats nor a history of scans is there.');
    // The list holds what scans found as well, and says what became of it.
    const threats = list?.threats ?? history?.threats ?? [];
    const groups = Map.groupBy(threats, ({ value }) => `${value.name}\0${value.status}`);
    return [...groups.values()]
      .slice(0, MOST_FINDINGS)
      .flatMap(([first, ...rest]) => (first ? [draftOf(first, rest.slice(0, MOST_PLACES - 1))] : []));
  },
});

/** One finding for a threat in one state, however often it was found. */
function draftOf(first: Located<Threat>, others: readonly Located<Threat>[]): FindingDraft<typeof MESSAGES> {
  const { name, status } = first.value;
  const about = { evidence: citeAll([first, ...others]), identity: [name, status], subject: name };
  if (status === '')
    return { ...about, message: 'unknown', params: { name }, severity: 'medium', confidence: 'possible' };
  const params = { name, status };
  if (DEALT_WITH.test(status)) return { ...about, message: 'dealtWith', params, severity: 'info' };
  if (LET_RUN.test(status)) return { ...about, message: 'allowed', params, severity: 'medium' };
  return { ...about, message: 'open', params };
}
