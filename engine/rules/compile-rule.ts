import {
  applicability,
  cannotTell,
  defineAnalyzer,
  optional,
  type AnyAnalyzer,
  type AnyFact,
  type Applicability,
  type FactNeeds,
  type FindingDraft,
  type Located,
  type Verdict,
} from '../api/index.ts';
import { citationsOf } from './citations.ts';
import { lookupIn } from './lookup.ts';
import { neededFacts } from './needed-facts.ts';
import { metadataOf } from './rule-metadata.ts';
import type { FactsByName } from './rule-fields.ts';
import { partsOfCondition, splitRef } from './rule-parts.ts';
import type { Condition, RuleFile } from './rule-schema.ts';
import { filled, templateOf, type Template } from './template.ts';
import { rowsOf, rowTruth, truthOf, type Lookup } from './truth.ts';

type Messages = Readonly<Record<'matched', string>>;
type Draft = FindingDraft<Messages>;

/** From here on a rule is an analyzer like any other. The rule has been checked against these facts. */
export function compileRule(rule: RuleFile, facts: FactsByName): AnyAnalyzer {
  const message = templateOf(rule.message);
  return defineAnalyzer<FactNeeds, Messages>({
    ...metadataOf(rule),
    ...(rule.applies ? { applies: rule.applies.map((one) => applicabilityOf(one, facts)) } : {}),
    needs: needsOf(rule, facts),
    messages: { matched: message.text },
    evaluate: (values) => judge(rule, message, lookupIn(values, facts)),
  });
}

function judge(rule: RuleFile, message: Template, look: Lookup): Verdict<Messages> {
  const truth = truthOf(rule.when, look);
  if (truth === false) return [];
  if (truth !== true) return cannotTell(`${truth.unknown.join('; ')}.`);
  const each = partsOfCondition(rule.when, []).find((part) => part.kind === 'each');
  if (!each) return [draftOf(rule, message, { look, row: undefined })];
  return (rowsOf(look(each.ref)) ?? [])
    .filter((row) => rowTruth(each.where, row) === true)
    .map((row) => draftOf(rule, message, { look, row }));
}

function draftOf(
  rule: RuleFile,
  message: Template,
  found: { readonly look: Lookup; readonly row: Located<unknown> | undefined },
): Draft {
  const subject = rule.subject === undefined ? undefined : templateOf(rule.subject);
  return {
    message: 'matched',
    params: message.params(found),
    evidence: citationsOf(rule, found),
    ...(subject ? { subject: filled(subject, found) } : {}),
  };
}

function needsOf(rule: RuleFile, facts: FactsByName): FactNeeds {
  const optionalFacts = new Set(rule.optionalFacts);
  return Object.fromEntries(
    neededFacts(rule).map((name) => {
      const fact = factNamed(name, facts);
      return [name, optionalFacts.has(name) ? optional(fact) : fact];
    }),
  );
}

function factNamed(name: string, facts: FactsByName): AnyFact {
  const fact = facts.get(name);
  if (!fact) throw new Error(`There is no fact ${name}`);
  return fact;
}

/** Unknown leaves the rule in force: only what is seen takes it out. */
function applicabilityOf(
  { notWhen, reason }: { readonly notWhen: Condition; readonly reason: string },
  facts: FactsByName,
): Applicability {
  const names = new Set(partsOfCondition(notWhen, []).map(({ ref }) => splitRef(ref).fact));
  const needs = Object.fromEntries([...names].map((name) => [name, factNamed(name, facts)]));
  return applicability(needs, (values) =>
    truthOf(notWhen, lookupIn(values, facts)) === true ? reason : undefined,
  );
}
