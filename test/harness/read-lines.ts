import type { Fact } from '../../engine/api/index.ts';
import { fileOf } from './parse-fact.ts';

/** Runs a line fact over logs (path → text): only lines with one of its needles reach it, as in the pass. */
export function readLines<Value>(fact: Fact<Value>, logs: Readonly<Record<string, string>>): Value {
  const { plan } = fact;
  if (plan.kind !== 'lines') throw new Error(`${fact.name} is no line fact`);
  const needles = plan.needles.map((needle) => needle.toLowerCase());
  const state: unknown = plan.start();
  for (const [path, text] of Object.entries(logs)) {
    for (const line of fileOf(path, text).lines()) {
      const lower = line.text.toLowerCase();
      if (needles.some((needle) => lower.includes(needle))) plan.line(state, line);
    }
  }
  return plan.finish(state);
}
