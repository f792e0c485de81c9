import { textFact, type AnalysisContext, type AnyFact, type Located, type Verdict } from '../api/index.ts';
import { loadRule, type LoadedRule } from './load-rule.ts';

const unread = {
  from: { plain: 'unread' },
  parse: (): unknown => {
    throw new Error('values are given in the test');
  },
};

/** Two tiny facts with a field of every type. */
export const agent: AnyFact = textFact({
  name: 'demo.agent',
  describes: 'An agent',
  fields: {
    healthy: { type: 'boolean', describes: 'Whether it is well' },
    mode: { type: 'string', oneOf: ['active', 'passive'], describes: 'How it works' },
    owner: { type: 'string', describes: 'Who runs it' },
    age: { type: 'number', unit: 'minutes', describes: 'Age of its data' },
    version: { type: 'version', describes: 'Its version' },
    expires: { type: 'date', describes: 'When it ends' },
    tags: { type: 'list', items: 'string', describes: 'Its tags' },
  },
  ...unread,
});

export const disks: AnyFact = textFact({
  name: 'demo.disks',
  describes: 'Disks',
  fields: {
    mounts: {
      type: 'rows',
      describes: 'Mounted disks',
      row: {
        target: { type: 'string', describes: 'Where' },
        type: { type: 'string', describes: 'File system' },
        used: { type: 'number', unit: '%', describes: 'How full' },
      },
    },
  },
  ...unread,
});

/** A value on a line of agent.txt. */
export function at<Value>(line: number, value: Value, entry = 'agent.txt'): Located<Value> {
  return { value, at: { entry, line } };
}

const RULE: Readonly<Record<string, string>> = {
  schema: '1',
  id: 'demo/agent',
  title: 'Agent not well',
  why: 'The host is not protected.',
  severity: 'high',
  confidence: 'certain',
  when: '{ field: demo.agent.healthy, is: { equals: false } }',
  message: 'The agent is not well',
  evidence: '[demo.agent.healthy]',
  remediation: '{ steps: [Restart it.], links: [] }',
  sources: '[]',
  tests: '[{ name: not well, files: { agent.txt: "healthy: false" }, status: found, at: ["agent.txt:1"] }]',
};

/** A rule of twelve lines, a line a key, with some of its keys replaced or added. */
export function ruleText(changes: Readonly<Record<string, string>> = {}): string {
  return Object.entries({ ...RULE, ...changes })
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');
}

export function load(changes: Readonly<Record<string, string>>): LoadedRule {
  const loaded = loadRule(ruleText(changes), 'demo.rule.yaml', [agent, disks]);
  if (!loaded.ok) throw new Error(loaded.mistakes.map(({ message }) => message).join('\n'));
  return loaded;
}

/** The mistakes as `line:column message`. */
export function mistakesIn(source: string): readonly string[] {
  const loaded = loadRule(source, 'demo.rule.yaml', [agent, disks]);
  return loaded.ok ? [] : loaded.mistakes.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

const context: AnalysisContext = {
  collectedAt: undefined,
  profile: '2026',
  kind: 'plain',
  complete: true,
  know: (table) => table.rows,
  sourceOf: () => [],
  threshold: (one) => one.default,
};

export function judge(
  changes: Readonly<Record<string, string>>,
  values: Readonly<Record<string, unknown>>,
): Verdict<Readonly<Record<string, string>>> {
  return load(changes).analyzer.evaluate(values, context);
}

/** Whether a test of one field is found, clean, or why that cannot be told. */
export function outcomeOf(condition: string, agentValue: Readonly<Record<string, unknown>>): string {
  const verdict = judge({ when: condition }, { 'demo.agent': agentValue });
  if ('cannotTell' in verdict) return verdict.cannotTell;
  if ('notApplicable' in verdict) return verdict.notApplicable;
  return verdict.length > 0 ? 'found' : 'clean';
}
