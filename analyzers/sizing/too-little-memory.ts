import { cannotTell, cite, defineAnalyzer, sourcesOf } from '../../engine/api/index.ts';
import { memory } from '../../facts/hardware/memory.ts';
import { agentPresent } from '../applies.ts';
import { sizing } from '../knowledge/sizing.ts';
import { links } from '../links.ts';
import { byteText } from './byte-text.ts';

/** Firmware and kernel keep some memory for themselves: a "1 GB" machine shows about 6 % less. */
const RESERVED_SHARE = 0.06;

export const tooLittleMemory = defineAnalyzer({
  id: 'sizing/too-little-memory',
  title: 'Too little memory',
  why: 'The engine and its definitions need memory; without it the kernel ends processes, the agent among them.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { memory },
  messages: {
    belowMinimum: 'The host has {size} of memory; profile {profile} asks for at least {minimum}',
    belowPreferred: 'The host has {size} of memory; profile {profile} prefers {preferred}',
  },
  remediation: {
    steps: ['Give the host more memory, or move the workload to a larger one.'],
    commands: [{ command: 'free -h', risk: 'safe' }],
    links: [links.requirements],
  },
  sources: sourcesOf(sizing),

  evaluate({ memory: found }, { profile, know }) {
    const wanted = know(sizing).find((row) => row.what === 'memory');
    const total = found.totalBytes;
    if (!wanted) return cannotTell(`There are no sizes for profile ${profile}.`);
    if (!total) return cannotTell('The size of the memory is not in the bundle.');
    const params = { size: byteText(total.value), profile };
    const evidence = [cite(total)] as const;
    const { minimum, preferred } = wanted;
    if (isBelow(total.value, minimum)) {
      return [
        {
          message: 'belowMinimum',
          params: { ...params, minimum: byteText(minimum) },
          evidence,
          identity: [],
        },
      ];
    }
    if (preferred !== undefined && isBelow(total.value, preferred)) {
      return [
        {
          message: 'belowPreferred',
          params: { ...params, preferred: byteText(preferred) },
          evidence,
          severity: 'info',
          identity: [],
        },
      ];
    }
    return [];
  },
});

function isBelow(bytes: number, wanted: number): boolean {
  return bytes < wanted * (1 - RESERVED_SHARE);
}
