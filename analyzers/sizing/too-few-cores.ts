import { cannotTell, cite, defineAnalyzer, sourcesOf } from '../../engine/api/index.ts';
import { cpu } from '../../facts/hardware/cpu.ts';
import { agentPresent } from '../applies.ts';
import { sizing } from '../knowledge/sizing.ts';
import { links } from '../links.ts';

export const tooFewCores = defineAnalyzer({
  id: 'sizing/too-few-cores',
  title: 'Too few processor cores',
  why: 'The agent and the workload compete for the same cores, and file access waits for the scan.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { processor: cpu },
  messages: {
    belowMinimum: 'The number of cores is {cores}; profile {profile} asks for at least {minimum}',
    belowPreferred: 'The number of cores is {cores}; profile {profile} prefers {preferred}',
  },
  remediation: {
    steps: ['Give the host more cores, or move the workload to a larger one.'],
    commands: [{ command: 'nproc', risk: 'safe' }],
    links: [links.requirements],
  },
  sources: sourcesOf(sizing),

  evaluate({ processor }, { profile, know }) {
    const wanted = know(sizing).find((row) => row.what === 'cores');
    const { cores } = processor;
    if (!wanted) return cannotTell(`There are no sizes for profile ${profile}.`);
    if (!cores) return cannotTell('The number of cores is not in the bundle.');
    const { minimum, preferred } = wanted;
    const about = { cores: cores.value, profile };
    const draft = { evidence: [cite(cores)], identity: [] } as const;
    if (cores.value < minimum) return [{ ...draft, message: 'belowMinimum', params: { ...about, minimum } }];
    if (preferred === undefined || cores.value >= preferred) return [];
    return [{ ...draft, message: 'belowPreferred', params: { ...about, preferred }, severity: 'info' }];
  },
});
