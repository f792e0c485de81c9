import {
  cannotTell,
  cite,
  citeAll,
  compareVersions,
  defineAnalyzer,
  isVersion,
} from '../../engine/api/index.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { exclusions } from '../../facts/mdatp/exclusions.ts';
import { links } from '../links.ts';
import { isGlobal } from './shape.ts';

/** linux-exclusions: the first agent that knows the scope global. */
const FIRST_WITH_SCOPES = '101.23092.0012';
const MOST_PLACES = 4;

export const globalOnOldAgent = defineAnalyzer({
  id: 'exclusions/global-on-old-agent',
  title: 'Global exclusions on an agent without scopes',
  why: 'The agent does not know the scope, so the sensor goes on watching what was to be left alone.',
  severity: 'medium',
  confidence: 'certain',
  needs: { exclusions, installed: agent },
  messages: {
    old: 'Global exclusions are set, but agent {version} is older than {first}, the first to know them',
  },
  remediation: {
    steps: ['Update the agent.', 'Check that the list shows the scope global afterwards.'],
    commands: [
      { command: 'mdatp version', risk: 'safe' },
      { command: 'mdatp exclusion list', risk: 'safe' },
    ],
    links: [links.updates, links.exclusions],
  },
  sources: [{ document: 'linux-exclusions', date: '2025-10' }],

  evaluate({ exclusions: { exclusions: found }, installed: { version } }) {
    const [first, ...rest] = found.filter(({ value }) => isGlobal(value));
    if (!first) return [];
    if (!version || !isVersion(version.value)) {
      return cannotTell('The version of the agent is not in the bundle.', { installed: agent });
    }
    if (compareVersions(version.value, FIRST_WITH_SCOPES) >= 0) return [];
    const params = { version: version.value, first: FIRST_WITH_SCOPES };
    const places = citeAll([first, ...rest.slice(0, MOST_PLACES - 1)]);
    return [{ message: 'old', params, evidence: [cite(version), ...places], identity: [] }];
  },
});
