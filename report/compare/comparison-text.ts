import type { Finding, Severity } from '../../engine/api/index.ts';
import { visibleLine } from '../escape.ts';
import type { Say } from '../messages.ts';
import type { Pen } from '../pen.ts';
import { SEVERITY_ICON } from '../severity-icon.ts';
import { wrap } from '../wrap.ts';
import type { Comparison, Side } from './compare.ts';
import type { FactChange, ValueChange } from './compare-facts.ts';
import type { FindingChanges, OneSided } from './compare-findings.ts';

/** Values of one fact, and files of one side, that the text shows; the JSON has all. */
const MOST_VALUES = 12;
const MOST_FILES = 20;

/** A comparison for eyes: what is new, what is gone, what changed. */
export function comparisonText(comparison: Comparison, pen: Pen): string {
  const { findings, facts, files } = comparison;
  const parts = [
    headText(comparison, pen),
    appearedText(findings, pen),
    goneText(findings, pen),
    changedText(findings, pen),
    sameText(findings, pen),
    facts ? factsText(facts, pen) : `  ${pen.paint.dim(pen.say('compare.facts.notCompared'))}`,
    filesText('compare.files.onlyOld', files?.onlyOld ?? [], pen),
    filesText('compare.files.onlyNew', files?.onlyNew ?? [], pen),
    `  ${verdict(findings, pen.say)}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** One line: how many are new, gone, changed and as before. */
export function verdict({ appeared, gone, severity, reworded, same }: FindingChanges, say: Say): string {
  return say('compare.verdict', {
    appeared: appeared.length,
    gone: gone.filter(isProven).length,
    lost: gone.filter((one) => !isProven(one)).length,
    changed: severity.length + reworded.length,
    same: same.length,
  });
}

/** What to mind before anything is read from a comparison. */
export function caveatTexts({ caveats, old, new: now }: Comparison, say: Say): readonly string[] {
  return caveats.map((caveat) => {
    const of = ({ host, kind, profile }: Side): string =>
      caveat === 'other-kind' ? kind : caveat === 'other-profile' ? profile : (host['name'] ?? '');
    return visibleLine(say(`compare.caveat.${caveat}`, { old: of(old), new: of(now) }));
  });
}

/** Whether a finding that is not there any longer is known to be gone. */
export function isProven({ other, looked }: OneSided): boolean {
  return looked || other === 'not-applicable';
}

/** How a finding that is gone may be understood; undefined where the other side could not look. */
export function goneWord(one: OneSided, say: Say): string | undefined {
  const { other } = one;
  return isProven(one) && (other === 'clean' || other === 'found' || other === 'not-applicable')
    ? say(`compare.gone.${other}`)
    : undefined;
}

function headText(comparison: Comparison, { say, paint: p, width }: Pen): string {
  const { old, new: now } = comparison;
  const side = (label: string, one: Side): string => `${p.dim(label.padEnd(6))}${sideText(one, say)}`;
  const caveats = caveatTexts(comparison, say).map((text) => p.severity('medium', wrap(text, width, '  ')));
  return [
    p.bold(visibleLine(now.host['name'] ?? now.name)),
    side(say('compare.old'), old),
    side(say('compare.new'), now),
    p.dim('─'.repeat(width)),
    ...(caveats.length > 0 ? [p.bold(say('compare.caveats')), ...caveats] : []),
  ].join('\n');
}

/** File, date, kind and hash of one side. */
export function sideText({ name, root, collectedAt, kind, sha256 }: Side, say: Say): string {
  const when =
    collectedAt === undefined
      ? say('compare.unknownDate')
      : `${collectedAt.slice(0, 16).replace('T', ' ')} UTC`;
  const place = root === '' ? name : `${name} · ${root}`;
  return [visibleLine(place), when, kind, sha256.slice(0, 12)].join(' · ');
}

function appearedText({ appeared }: FindingChanges, pen: Pen): string {
  const { say, paint: p, width } = pen;
  if (appeared.length === 0) return p.bold(say('compare.appeared.none'));
  const rows = appeared.map(({ finding, looked }) =>
    [
      titleLine(finding, pen),
      wrap(visibleLine(finding.message), width, '      '),
      ...placeLines(finding).map((place) => p.dim(`      ${place}`)),
      ...(looked ? [] : [p.dim(`      ${say('compare.appeared.notLooked')}`)]),
    ].join('\n'),
  );
  return section(say('compare.appeared', { count: appeared.length }), rows, pen);
}

function goneText({ gone }: FindingChanges, pen: Pen): string {
  const { say } = pen;
  const proven = gone.filter(isProven).map((one) => goneRow(one, pen));
  const lost = gone.filter((one) => !isProven(one)).map((one) => goneRow(one, pen));
  return [
    ...(proven.length > 0 ? [section(say('compare.gone', { count: proven.length }), proven, pen)] : []),
    ...(lost.length > 0 ? [section(say('compare.lost', { count: lost.length }), lost, pen)] : []),
  ].join('\n\n');
}

function goneRow(one: OneSided, pen: Pen): string {
  const { say, paint: p, width } = pen;
  const word = goneWord(one, say);
  return [
    titleLine(one.finding, pen),
    wrap(visibleLine(one.finding.message), width, '      '),
    ...(word === undefined ? [] : [p.dim(`      ${word}`)]),
  ].join('\n');
}

function changedText({ severity, reworded }: FindingChanges, pen: Pen): string {
  const { say, paint: p, width } = pen;
  const count = severity.length + reworded.length;
  if (count === 0) return '';
  const row = (finding: Finding, was: string): string =>
    [
      titleLine(finding, pen),
      wrap(visibleLine(finding.message), width, '      '),
      p.dim(wrap(was, width, '      ')),
    ].join('\n');
  const rows = [
    ...severity.map(({ finding, was }) => row(finding, wasSeverity(was, say))),
    ...reworded.map(({ finding, was }) =>
      row(finding, say('compare.changed.was', { message: visibleLine(was) })),
    ),
  ];
  return section(say('compare.changed', { count }), rows, pen);
}

function wasSeverity(was: Severity, say: Say): string {
  return say('compare.changed.severity', { severity: say(`severity.${was}`) });
}

function sameText({ same }: FindingChanges, pen: Pen): string {
  const { say } = pen;
  if (same.length === 0) return '';
  const rows = same.map(
    (finding) => `${titleLine(finding, pen)}\n${wrap(visibleLine(finding.message), pen.width, '      ')}`,
  );
  return section(say('compare.same', { count: same.length }), rows, pen);
}

function factsText(facts: readonly FactChange[], pen: Pen): string {
  const { say, paint: p } = pen;
  if (facts.length === 0) return p.bold(say('compare.facts.none'));
  const rows = facts.map(({ name, title, only, changes }) => {
    const head = `  ${title}  ${p.dim(name)}`;
    if (only) {
      const word = say(only === 'old' ? 'compare.facts.onlyOld' : 'compare.facts.onlyNew');
      return `${head}  ${p.dim(word)}`;
    }
    const shown = changes.slice(0, MOST_VALUES).map((one) => `      ${valueText(one)}`);
    const more = changes.length - shown.length;
    if (more > 0) shown.push(p.dim(`      ${say('compare.facts.more', { count: more })}`));
    return [head, ...shown].join('\n');
  });
  return section(say('compare.facts', { count: facts.length }), rows, pen);
}

/** `name: was → is`, or with a sign where one side lacks it. */
export function valueText({ key, column, old, new: now }: ValueChange): string {
  const name = [key, column ?? ''].filter((part) => part !== '').join(' · ');
  const of = (text: string): string => visibleLine([name, text].filter((part) => part !== '').join(': '));
  if (old !== undefined && now !== undefined)
    return of(`${old === '' ? '–' : old} → ${now === '' ? '–' : now}`);
  return old === undefined ? `+ ${of(now ?? '')}` : `− ${of(old)}`;
}

function filesText(
  title: 'compare.files.onlyOld' | 'compare.files.onlyNew',
  paths: readonly string[],
  pen: Pen,
): string {
  if (paths.length === 0) return '';
  const rows = paths.slice(0, MOST_FILES).map((path) => `  ${visibleLine(path)}`);
  const more = paths.length - rows.length;
  if (more > 0) rows.push(`  ${pen.paint.dim(pen.say('compare.facts.more', { count: more }))}`);
  return section(pen.say(title, { count: paths.length }), rows, pen);
}

function section(title: string, rows: readonly string[], { paint: p }: Pen): string {
  return [p.bold(title), ...rows].join('\n');
}

function titleLine({ severity, title, analyzer }: Finding, { say, paint: p }: Pen): string {
  const mark = p.severity(severity, `${SEVERITY_ICON[severity]} ${say(`severity.${severity}`)}`);
  return `  ${mark}  ${title}  ${p.dim(analyzer)}`;
}

/** The first places of a finding, as `entry:line`. */
function placeLines({ evidence }: Finding): readonly string[] {
  return evidence.slice(0, 3).map((one) => {
    if ('lookedFor' in one) return visibleLine(one.lookedFor);
    return visibleLine(one.line === undefined ? one.entry : `${one.entry}:${one.line}`);
  });
}
