import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { AnyAnalyzer, AnyFleetAnalyzer, FleetNeeds } from '../engine/api/index.ts';
import { loadDomain } from '../cli/domain.ts';
import { casesOf } from './coverage/cases.ts';
import { CHECKS, IN_HEADER, type CheckRow } from './coverage/checks.ts';
import { inputsOf, kindsOf } from './coverage/inputs.ts';
import { judgedInSamples } from './coverage/judged.ts';
import { REAL_OUTPUTS } from './coverage/real-outputs.ts';
import { STATEMENTS, type Statement } from './coverage/statements.ts';

const ROOT = join(import.meta.dirname, '..');

type Analyzers = ReadonlyMap<string, AnyAnalyzer>;

/** The text of docs/coverage.md: what was to be judged, and what judges it. */
export function coverage(): string {
  const analyzers = analyzersById();
  const byArea = Map.groupBy(CHECKS, ([id]) => areaOf(id));
  return [
    '# Coverage',
    '',
    'Written by `npm run coverage`; a test compares it.',
    '',
    ...summary(byArea, analyzers),
    '## Statements of the prerequisites',
    '',
    'Of the page microsoft-defender-endpoint-linux as of February 2024, in its order.',
    '',
    '| statement | judged by |',
    '|---|---|',
    ...STATEMENTS.map((statement) => `| ${statement.says} | ${judgedBy(statement, analyzers)} |`),
    '',
    '## Checks',
    '',
    'Inputs are facts; those in brackets may be missing. Kinds are those of bundle that have a place for all inputs:',
    '**c**lient analyzer, so**s**report, s**u**pportconfig, mdatp **d**iagnostic, **p**lain files; a capital where a',
    'sample of that kind is judged by the check. Tests count cases: found / clean / blocked / not applicable.',
    '',
    ...[...byArea].flatMap(([area, checks]) => areaTable(area, checks, analyzers)),
    '## Outputs of real hosts',
    '',
    'Each file alone in a bundle of plain files, read by the command line on 2026-11-25. None made a check fail.',
    '',
    '| family | files | facts | what it showed |',
    '|---|---:|---|---|',
    ...REAL_OUTPUTS.map(
      ({ family, files, facts, showed }) => `| ${family} | ${files} | ${facts} | ${showed} |`,
    ),
    '',
  ].join('\n');
}

function analyzersById(): Analyzers {
  return new Map(
    loadDomain().analyzers.flatMap((one) => [one.id, ...(one.aliases ?? [])].map((id) => [id, one] as const)),
  );
}

/** `open`, or how a check is answered. */
function stateOf(id: string, analyzers: Analyzers): 'open' | 'header' | 'judged' {
  if (IN_HEADER.includes(id)) return 'header';
  return analyzers.has(id) || fleet.has(id) ? 'judged' : 'open';
}

function summary(byArea: ReadonlyMap<string, readonly CheckRow[]>, analyzers: Analyzers): readonly string[] {
  const rows = [...byArea].map(([area, checks]) => {
    const open = checks.filter(([id]) => stateOf(id, analyzers) === 'open').length;
    return `| ${area} | ${checks.length} | ${open} |`;
  });
  return ['| area | checks | open |', '|---|---:|---:|', ...rows, ''];
}

function judgedBy({ checks, notEvaluated }: Statement, analyzers: Analyzers): string {
  if (notEvaluated !== undefined) return `not evaluated: ${notEvaluated}`;
  return checks.map((id) => (stateOf(id, analyzers) === 'open' ? `${id} (open)` : id)).join(', ');
}

function areaTable(area: string, checks: readonly CheckRow[], analyzers: Analyzers): readonly string[] {
  return [
    `### ${area}`,
    '',
    '| check | basis | analyzer | inputs | kinds | profiles | tests |',
    '|---|---|---|---|---|---|---|',
    ...checks.map((check) => checkRow(check, analyzers)),
    '',
  ];
}

const fleet = new Map(loadDomain().fleet.map((one) => [one.id, one]));

/** A check that compares reports: of which kind their bundles are does not matter to it. */
function fleetRow([id, basis]: CheckRow, { needs }: AnyFleetAnalyzer): string {
  const inputs = Object.values(needs as FleetNeeds).map(({ fact, field, optional }) =>
    optional ? `(${fact.name}.${field})` : `${fact.name}.${field}`,
  );
  const { found, clean, blocked, 'not-applicable': other } = casesOf(join(ROOT, 'analyzers', id));
  const tests = [found, clean, blocked, other].join(' / ');
  const noun = id.slice(areaOf(id).length + 1);
  return `| ${noun} | ${basis} | [several hosts](../analyzers/${id}.md) | ${inputs.join(', ')} | all | all | ${tests} |`;
}

const judged = judgedInSamples();

/** One letter of each kind, as the text above the tables tells. */
const LETTERS: Readonly<Record<string, string>> = {
  'client-analyzer': 'c',
  sosreport: 's',
  supportconfig: 'u',
  'mdatp-diagnostic': 'd',
  plain: 'p',
};

function checkRow([id, basis]: CheckRow, analyzers: Analyzers): string {
  const noun = id.slice(areaOf(id).length + 1);
  const analyzer = analyzers.get(id);
  const comparing = fleet.get(id);
  if (comparing) return fleetRow([id, basis], comparing);
  if (!analyzer) {
    const state = stateOf(id, analyzers) === 'header' ? 'header of the report' : 'open';
    return `| ${noun} | ${basis} | ${state} | | | | |`;
  }
  const { found, clean, blocked, 'not-applicable': other } = casesOf(join(ROOT, 'analyzers', analyzer.id));
  const cells = [
    noun,
    basis,
    `[${analyzer.id === id ? 'own' : analyzer.id}](../analyzers/${analyzer.id}.md)`,
    inputsOf(analyzer).join(', '),
    kindsOf(analyzer)
      .map((kind) => letterOf(kind, analyzer.id))
      .join(''),
    analyzer.profiles?.join(', ') ?? 'all',
    [found, clean, blocked, other].join(' / '),
  ];
  return `| ${cells.join(' | ')} |`;
}

function letterOf(kind: string, id: string): string {
  const letter = LETTERS[kind] ?? kind;
  return judged.has(`${id} ${kind}`) ? letter.toUpperCase() : letter;
}

function areaOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(join(ROOT, 'docs', 'coverage.md'), coverage());
  console.log('docs/coverage.md');
}
