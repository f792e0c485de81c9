import { defineAnalyzer, type Fact } from '../../engine/api/index.ts';
import { judge, type Files } from './test-analyzer.ts';

/** What a fact is in a small bundle, through the whole engine; undefined where it is not known. */
export async function factInBundle<Value>(fact: Fact<Value>, files: Files): Promise<Value | undefined> {
  const seen: Value[] = [];
  const probe = defineAnalyzer({
    id: 'test/probe',
    title: 'Probe',
    why: 'It only looks.',
    severity: 'info',
    confidence: 'certain',
    needs: { fact },
    messages: {},
    remediation: { steps: [], links: [] },
    sources: [],
    evaluate({ fact: value }) {
      seen.push(value);
      return [];
    },
  });
  await judge(probe, { files });
  return seen[0];
}
