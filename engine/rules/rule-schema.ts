import { z } from 'zod';

import { SEVERITIES } from '../api/index.ts';

/** What a value is compared with; several operators in one test must all hold. */
export type RuleOperand = string | number | boolean;

/** A condition on one column of a table. */
export type RowCondition =
  | { readonly all: readonly RowCondition[] }
  | { readonly any: readonly RowCondition[] }
  | { readonly not: RowCondition }
  | { readonly column: string; readonly is: ValueTest };

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly field: string; readonly is: ValueTest }
  | { readonly each: string; readonly where: RowCondition };

// A sentence that a person wrote: never empty.
const words = z.string().min(1);
const operand = z.union([z.string(), z.number(), z.boolean()]);
const version = z.string().regex(/^\d/u, { error: 'a version in quotes that begins with a digit' });

const valueTest = keyed({
  equals: operand.optional(),
  notEquals: operand.optional(),
  oneOf: z
    .array(z.union([z.string(), z.number()]))
    .min(1)
    .optional(),
  exists: z.boolean().optional(),
  below: z.number().optional(),
  above: z.number().optional(),
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
  versionBelow: version.optional(),
  versionAtLeast: version.optional(),
  contains: operand.optional(),
})
  .refine((test) => Object.keys(test).length > 0, { error: 'the test is empty; expected an operator' })
  .meta({ id: 'test', minProperties: 1 });

export type ValueTest = z.infer<typeof valueTest>;
export type Operator = keyof ValueTest;
export const OPERATORS = Object.keys(valueTest.shape) as readonly Operator[];

const rowCondition: z.ZodType<RowCondition> = z
  .union(
    [
      keyed({ column: words, is: valueTest }),
      keyed({ all: z.array(z.lazy(() => rowCondition)).min(1) }),
      keyed({ any: z.array(z.lazy(() => rowCondition)).min(1) }),
      keyed({ not: z.lazy(() => rowCondition) }),
    ],
    { error: 'a condition on rows: all, any, not, or column with is' },
  )
  .meta({ id: 'rowCondition' });

const condition: z.ZodType<Condition> = z
  .union(
    [
      keyed({ field: words, is: valueTest }),
      keyed({ all: z.array(z.lazy(() => condition)).min(1) }),
      keyed({ any: z.array(z.lazy(() => condition)).min(1) }),
      keyed({ not: z.lazy(() => condition) }),
      keyed({ each: words, where: rowCondition }),
    ],
    { error: 'a condition: all, any, not, field with is, or each with where' },
  )
  .meta({ id: 'condition' });

const id = z.string().regex(/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/u, {
  error: 'an id of the form area/noun in small letters, digits and hyphens',
});
// Spaces and control characters would let one address look like another.
const href = z.string().regex(/^https:\/\/[^\s\p{Cc}]+$/u, { error: 'an address that begins with https://' });
const date = z
  .string()
  .regex(/^\d{4}-\d{2}(?:-\d{2})?$/u, { error: 'a date of the form YYYY-MM or YYYY-MM-DD' });
const names = z.array(words).min(1);

const remediation = keyed({
  steps: names,
  commands: z
    .array(keyed({ command: words, risk: z.enum(['safe', 'changes-host', 'disruptive']) }))
    .optional(),
  links: z.array(keyed({ label: words, href })),
});

const ruleTest = keyed({
  name: words,
  kind: words.optional(),
  profile: words.optional(),
  files: z.record(words, z.string()),
  status: z.enum(['found', 'clean', 'blocked', 'not-applicable']),
  at: names.optional(),
  text: z.union([words, names]).optional(),
});

/** The shape of a rule file. What a shape cannot say (facts, fields, types of values) check-rule.ts says. */
export const ruleSchema = keyed({
  schema: z.literal(1),
  id,
  title: words.max(60),
  why: words,
  severity: z.enum(SEVERITIES),
  confidence: z.enum(['certain', 'likely', 'possible']),
  kinds: names.optional(),
  profiles: names.optional(),
  optionalFacts: names.optional(),
  applies: z.array(keyed({ notWhen: condition, reason: words })).optional(),
  when: condition,
  message: words,
  subject: words.optional(),
  evidence: names,
  remediation,
  sources: z.array(
    keyed({ document: words, date: date.optional(), href: href.optional(), profiles: names.optional() }),
  ),
  because: z
    .array(keyed({ of: id, sameSubject: z.boolean().optional(), subject: z.string().optional() }))
    .optional(),
  supersedes: z.array(id).optional(),
  tests: z.array(ruleTest).min(1),
});

export type RuleFile = z.infer<typeof ruleSchema>;

/** The schema for editors, as JSON Schema. */
export function ruleJsonSchema(): Record<string, unknown> {
  return { title: 'Bundlescope rule', ...z.toJSONSchema(ruleSchema, { io: 'input' }) };
}

/** An object that refuses other keys; the text of that refusal is the list of those it knows. */
function keyed<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: ({ code }) => (code === 'unrecognized_keys' ? Object.keys(shape).join(', ') : undefined),
  });
}
