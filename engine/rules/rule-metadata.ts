import type { AnyAnalyzer, Because, Remediation, Source } from '../api/index.ts';
import type { RuleFile } from './rule-schema.ts';

type Metadata = Pick<
  AnyAnalyzer,
  | 'id'
  | 'title'
  | 'why'
  | 'severity'
  | 'confidence'
  | 'kinds'
  | 'profiles'
  | 'remediation'
  | 'sources'
  | 'because'
  | 'supersedes'
>;

/** What a rule says of itself, as an analyzer says it. */
export function metadataOf(rule: RuleFile): Metadata {
  const { id, title, why, severity, confidence, kinds, profiles, because, supersedes } = rule;
  return {
    ...{ id, title, why, severity, confidence },
    ...(kinds ? { kinds } : {}),
    ...(profiles ? { profiles } : {}),
    remediation: remediationOf(rule.remediation),
    sources: rule.sources.map(sourceOf),
    ...(because ? { because: because.map(becauseOf) } : {}),
    ...(supersedes ? { supersedes } : {}),
  };
}

function remediationOf({ steps, commands, links }: RuleFile['remediation']): Remediation {
  return {
    steps,
    ...(commands ? { commands } : {}),
    links: links.map(({ label, href }) => ({ label, href: https(href) })),
  };
}

function sourceOf({ document, date, href, profiles }: RuleFile['sources'][number]): Source {
  return {
    document,
    ...(date === undefined ? {} : { date }),
    ...(href === undefined ? {} : { href: https(href) }),
    ...(profiles ? { profiles } : {}),
  };
}

function becauseOf({ of, sameSubject, subject }: NonNullable<RuleFile['because']>[number]): Because {
  return {
    of,
    ...(sameSubject === undefined ? {} : { sameSubject }),
    ...(subject === undefined ? {} : { subject }),
  };
}

/** The schema has seen that the address begins so. */
function https(href: string): `https://${string}` {
  return href as `https://${string}`;
}
