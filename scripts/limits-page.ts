import { limitValueText } from '../engine/ingest/limit-value.ts';
import { codeOf, flagOf, LIMIT_NAMES, LIMITS, type LimitRow } from '../engine/ingest/limits.ts';

/** docs/limits.md, from the table of limits. */
export function limitsPage(): string {
  return [
    '# Limits',
    '',
    '<!-- Written by `npm run lists` from engine/ingest/limits.ts. -->',
    '',
    'What arrives is not trusted, so everything has a bound. A limit that is met is a problem in the report, with the',
    'entry and the code below; what stands before it is read and judged, and wherever that is safe, what stands behind',
    'it too. Where a limit ended the run, the exit code is 4.',
    '',
    '`--limit NAME=VALUE` sets one for a run, as often as needed: `--limit entry-bytes=2GiB --limit wall-time=30s`.',
    'Sizes end in `KiB`, `MiB`, `GiB` (or `KB`, `MB`, `GB`), times in `ms`, `s`, `min`, `h`.',
    '',
    'Where a limit has a second number, the desk offers to read anyway: the bundle is read again with that one.',
    '',
    '| limit | standard | read anyway | beyond it | code | why |',
    '|---|---|---|---|---|---|',
    ...LIMIT_NAMES.map((name) => {
      const { unit, standard, beyond, reason, raised }: LimitRow = LIMITS[name];
      const anyway = raised === undefined ? '' : limitValueText(unit, raised);
      return `| \`${flagOf(name)}\` | ${limitValueText(unit, standard)} | ${anyway} | ${beyond} | ${codeText(name)} | ${reason} |`;
    }),
    '',
  ].join('\n');
}

/** Two limits only say when something else happens. */
function codeText(name: (typeof LIMIT_NAMES)[number]): string {
  return name === 'ratioFloorBytes' || name === 'heldArchiveBytes' ? '' : `\`${codeOf(name)}\``;
}
