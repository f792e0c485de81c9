import { cite, defineAnalyzer, optional } from '../engine/api/index.ts';
import { health } from '../facts/mdatp/health.ts';

/*
 * What the types refuse. Each expectation below is an error that `tsc` has to report: where one is gone, the gate
 * (`npm run check`) fails. Nothing of this is run.
 */

const about = {
  id: 'planted/refused',
  title: 'A planted check',
  why: 'It shows what the types refuse.',
  severity: 'low',
  confidence: 'certain',
  messages: { named: '{name} is wrong', plain: 'It is wrong' },
  remediation: { steps: [], links: [] },
  sources: [],
} as const;

export const withoutEvidence = defineAnalyzer({
  ...about,
  needs: { health },
  // @ts-expect-error A finding names at least one place, or what was looked for.
  evaluate: () => [{ message: 'plain' as const, evidence: [] as const }],
});

export const withoutParam = defineAnalyzer({
  ...about,
  needs: { health },
  // @ts-expect-error The template names {name}.
  evaluate: ({ health: found }) => [{ message: 'named' as const, evidence: [cite(found.healthy!)] as const }],
});

export const unknownMessage = defineAnalyzer({
  ...about,
  needs: { health },
  // @ts-expect-error There is no message of that id.
  evaluate: ({ health: found }) => [{ message: 'other' as const, evidence: [cite(found.healthy!)] as const }],
});

export const undeclaredNeed = defineAnalyzer({
  ...about,
  needs: { health },
  // @ts-expect-error A fact that is not among the needs cannot be asked.
  evaluate: ({ memory }) => (memory ? [] : []),
});

export const optionalNeed = defineAnalyzer({
  ...about,
  needs: { health: optional(health) },
  evaluate({ health: found }) {
    // @ts-expect-error What is optional may be missing.
    return found.healthy ? [] : [];
  },
});
