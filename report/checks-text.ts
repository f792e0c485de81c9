import {
  factOf,
  type AnyAnalyzer,
  type AnyFact,
  type AnyFleetAnalyzer,
  type FleetNeeds,
  type OptionalFact,
} from '../engine/api/index.ts';
import { speaker, type Say } from './messages.ts';

/** The checks, by area. */
export function listText(analyzers: readonly (AnyAnalyzer | AnyFleetAnalyzer)[]): string {
  const say = speaker();
  const width = Math.max(...analyzers.map(({ id }) => id.length));
  const areas = Map.groupBy(
    [...analyzers].sort((a, b) => (a.id < b.id ? -1 : 1)),
    ({ id }) => id.slice(0, id.indexOf('/')),
  );
  return [...areas]
    .map(([area, found]) => {
      const rows = found.map(({ id, title }) => `  ${say('list.row', { id: id.padEnd(width), title })}`);
      return [area, ...rows, ''].join('\n');
    })
    .join('\n');
}

/** One check's page: what it judges and by what, made from its metadata, then the page written by hand. */
export function explainText(analyzer: AnyAnalyzer, page: string): string {
  const say = speaker();
  const { kinds, profiles, supersedes } = analyzer;
  const ids = (analyzer.because ?? []).map(({ of }) => of).join(', ');
  const needs = Object.values(analyzer.needs as Record<string, AnyFact | OptionalFact<unknown>>).map(
    (need) => {
      const { name, describes } = factOf(need);
      return say('explain.need', { fact: name, describes, optional: String('optional' in need) });
    },
  );
  const about = [
    ...(kinds ? [say('explain.kinds', { kinds: kinds.join(', ') })] : []),
    ...(profiles ? [say('explain.profiles', { profiles: profiles.join(', ') })] : []),
    ...(ids === '' ? [] : [say('explain.because', { ids })]),
    ...(supersedes ? [say('explain.supersedes', { ids: supersedes.join(', ') })] : []),
  ];
  return pageText(analyzer, { say, about, needs, page });
}

/** The same of a check that compares several hosts. */
export function explainFleetText(analyzer: AnyFleetAnalyzer, page: string): string {
  const say = speaker();
  const needs = Object.values(analyzer.needs as FleetNeeds).map(({ fact, field, optional }) =>
    say('explain.fleetNeed', {
      fact: fact.name,
      field,
      describes: fact.fields?.[field]?.describes ?? '',
      optional: String(optional === true),
    }),
  );
  return pageText(analyzer, { say, about: [say('explain.fleet')], needs, page });
}

interface PageParts {
  readonly say: Say;
  readonly about: readonly string[];
  readonly needs: readonly string[];
  readonly page: string;
}

function pageText(
  { id, title, why, severity, confidence, messages, remediation, sources }: AnyAnalyzer | AnyFleetAnalyzer,
  { say, about, needs, page }: PageParts,
): string {
  return [
    id,
    title,
    '',
    why,
    say('explain.severity', { severity: say(`severity.${severity}`), confidence }),
    ...about,
    '',
    say('explain.needs'),
    ...needs.map((need) => `  ${need}`),
    '',
    say('explain.messages'),
    ...Object.values(messages as Record<string, string>).map((message) => `  ${message}`),
    '',
    say('explain.steps'),
    ...remediation.steps.map((step, index) => `  ${index + 1}. ${step}`),
    ...(remediation.commands ?? []).map(({ command, risk }) => `     $ ${command}  [${say(`risk.${risk}`)}]`),
    ...remediation.links.map(({ label, href }) => `  ↗ ${label}: ${href}`),
    '',
    say('explain.sources'),
    ...sources.map(({ document, date }) => `  ${date === undefined ? document : `${document} (${date})`}`),
    ...(page === '' ? [] : ['', page.trimEnd()]),
    '',
  ].join('\n');
}
