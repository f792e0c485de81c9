import { factOf, type AnyAnalyzer, type AnyFact, type OptionalFact } from '../engine/api/index.ts';
import { speaker } from './messages.ts';

/** The checks, by area. */
export function listText(analyzers: readonly AnyAnalyzer[]): string {
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
  const { id, title, why, severity, confidence, kinds, profiles, messages, remediation, sources } = analyzer;
  const needs = Object.values(analyzer.needs as Record<string, AnyFact | OptionalFact<unknown>>).map(
    (need) => {
      const { name, describes } = factOf(need);
      return `  ${say('explain.need', { fact: name, describes, optional: String('optional' in need) })}`;
    },
  );
  const ids = (analyzer.because ?? []).map(({ of }) => of).join(', ');
  return [
    id,
    title,
    '',
    why,
    say('explain.severity', { severity: say(`severity.${severity}`), confidence }),
    ...(kinds ? [say('explain.kinds', { kinds: kinds.join(', ') })] : []),
    ...(profiles ? [say('explain.profiles', { profiles: profiles.join(', ') })] : []),
    ...(ids === '' ? [] : [say('explain.because', { ids })]),
    ...(analyzer.supersedes ? [say('explain.supersedes', { ids: analyzer.supersedes.join(', ') })] : []),
    '',
    say('explain.needs'),
    ...needs,
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
