import type { Command } from 'commander';

import { profiles } from '../../analyzers/profiles.ts';
import type { Report } from '../../engine/api/index.ts';
import type { EngineAnswer, EntryRow } from '../../engine/run/protocol.ts';
import { allFacts } from '../../facts/all.ts';
import { compare, COMPARISON_SCHEMA, type Comparison } from '../../report/compare/compare.ts';
import { comparisonText } from '../../report/compare/comparison-text.ts';
import { pairSnapshots } from '../../report/compare/pair-snapshots.ts';
import type { Snapshot } from '../../report/compare/snapshot.ts';
import { visibleLine } from '../../report/escape.ts';
import { jsonText } from '../../report/json.ts';
import { paint } from '../../report/paint.ts';
import { snapshotsOf } from '../../workspace/compare/snapshots.ts';
import { complaints } from '../../workspace/complaints.ts';
import { ask } from '../ask.ts';
import { EXIT, exitCodeOf } from '../exit-code.ts';
import { addJudgingOptions, judgingOf, type JudgingOptions } from '../judging.ts';
import { addLimitOption, limitsOf, type LimitOptions } from '../limits.ts';
import { complain, DEFAULT_WIDTH, print } from '../output.ts';
import { addPasswordOption, passwordOf, type PasswordOptions } from '../password.ts';
import { say } from '../say.ts';
import { FORMATS, oneOf } from '../usage.ts';
import { VERSION } from '../version.ts';

const MOST_WIDTH = 120;

interface CompareOptions extends JudgingOptions, LimitOptions, PasswordOptions {
  readonly format: (typeof FORMATS)[number];
  readonly profile: string;
  readonly failOn?: 'new';
  readonly color: boolean;
}

/** `compare`: two bundles of a host, before and after. */
export function addCompare(program: Command): void {
  const ids = ['auto', ...profiles.map(({ id }) => id)];
  const command = program
    .command('compare')
    .description(say('cli.compare'))
    .argument('<old>', say('cli.compare.old'))
    .argument('<new>', say('cli.compare.new'))
    .option('--format <format>', say('cli.format'), oneOf(FORMATS, '--format', say), 'text')
    .option(
      '--profile <profile>',
      say('cli.profile', { profiles: ids.join(', ') }),
      oneOf(ids, '--profile', say),
      'auto',
    )
    .option('--fail-on <what>', say('cli.compare.failOn'), oneOf(['new'], '--fail-on', say))
    .option('--no-color', say('cli.noColor'));
  addPasswordOption(addLimitOption(addJudgingOptions(command))).action(compareTwo);
}

async function compareTwo(old: string, now: string, options: CompareOptions): Promise<void> {
  const settings = await judgingOf(options, [old, now]);
  const { profile } = options;
  const limits = limitsOf(options);
  const password = await passwordOf(options);
  const answers: EngineAnswer[] = [];
  const sides: (readonly Snapshot[])[] = [];
  for (const path of [old, now]) {
    const rows: EntryRow[] = [];
    const asked = { paths: [path], profile, only: [], skip: [], settings, limits, ...password };
    const answer = await ask({ command: 'compare', ...asked }, (piece) => {
      rows.push(...piece);
      return Promise.resolve(true);
    });
    answers.push(answer);
    sides.push(snapshotsOf(answer, rows, allFacts));
  }
  const [before = [], after = []] = sides;
  for (const answer of answers) for (const sentence of complaints(answer, say)) complain(sentence);
  const { pairs, onlyOld, onlyNew } = pairSnapshots(before, after);
  const comparisons = pairs.map(([one, other]) => compare(one, other));
  process.exitCode = codeOf(answers, comparisons, options.failOn);
  if (options.format === 'json') {
    await print(
      jsonText({
        schema: COMPARISON_SCHEMA,
        tool: { name: 'bundlescope', version: VERSION },
        comparisons,
        onlyOld: onlyOld.map(({ report }) => hostOf(report)),
        onlyNew: onlyNew.map(({ report }) => hostOf(report)),
      }),
    );
    return;
  }
  const color = options.color && process.stdout.isTTY && !process.env['NO_COLOR'];
  const width = Math.min(process.stdout.columns ?? DEFAULT_WIDTH, MOST_WIDTH);
  const pen = { say, paint: paint(color), width };
  const texts = comparisons.map((one) => comparisonText(one, pen));
  const alone = [aloneText('compare.onlyOld', onlyOld), aloneText('compare.onlyNew', onlyNew)].join('');
  await print(`${texts.join(`\n${'═'.repeat(width)}\n\n`)}${alone}`);
}

/** The worst end of both sides; where both were read, what is asked of the comparison. */
function codeOf(
  answers: readonly EngineAnswer[],
  comparisons: readonly Comparison[],
  failOn: 'new' | undefined,
): number {
  const codes = answers.map((answer) => exitCodeOf(answer));
  const worst = [EXIT.interrupted, EXIT.fault, EXIT.nothing, EXIT.limit].find((code) => codes.includes(code));
  if (worst !== undefined) return worst;
  if (failOn && comparisons.some(({ findings }) => findings.appeared.length > 0)) return EXIT.findings;
  return codes.includes(EXIT.damaged) ? EXIT.damaged : EXIT.done;
}

function aloneText(id: 'compare.onlyOld' | 'compare.onlyNew', alone: readonly Snapshot[]): string {
  if (alone.length === 0) return '';
  return `\n${say(id, { hosts: alone.map(({ report }) => visibleLine(hostOf(report))).join(', ') })}\n`;
}

function hostOf({ bundle }: Report): string {
  return bundle.host['name'] ?? (bundle.root === '' ? bundle.name : bundle.root);
}
