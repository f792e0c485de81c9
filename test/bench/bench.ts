import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import type { ReportFile } from '../../engine/api/index.ts';
import { programAt } from '../../scripts/test-packages.ts';
import { buildMain } from '../harness/analyze-sample.ts';
import { benchArchive, cacheFolder, type BenchArchive } from './archive.ts';
import { analysis, gzip, nodeDrain, nodeRepack, outputOf, redaction, type Contender } from './contenders.ts';
import { deskFigures, deskText } from './desk.ts';
import { sosreport } from './generators/sosreport.ts';
import { measure, type Run } from './measure.ts';
import { holdsTooMuch, memoryFigures, memoryText } from './memory.ts';
import { missedLines } from './planted.ts';
import { tableOf } from './table.ts';

/**
 * `npm run bench`: how long an analysis takes beside what could be used instead, over the same archive, in turns, so
 * that a busy machine slows them all alike. Ends with 1 where a planted line was not found, or where an archive that
 * tempts to hold much made the engine hold it.
 */
const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, seed: { type: 'string', default: '1' } },
});
const ROUNDS = values.quick ? 3 : 7;
const EXPANDED_BYTES = 200_000_000;
const CONTENDERS: readonly Contender[] = [analysis, nodeDrain, gzip];
const WRITERS: readonly Contender[] = [redaction, nodeRepack];
/** Missed lines that are named. */
const NAMED = 5;

const seed = Number(values.seed);
if (!Number.isSafeInteger(seed)) throw new Error(`--seed takes a whole number, not ${values.seed}`);

buildMain();
const archive = await benchArchive(sosreport, { seed, bytes: EXPANDED_BYTES }, cacheFolder());
console.log(describe(archive));
const runs = await inTurns(archive, CONTENDERS);
const rows = CONTENDERS.map(({ name }) => ({ name, runs: runs.get(name) ?? [] }));
console.log(`\n${tableOf(rows, rows.slice(1))}\n`);
const written = await inTurns(archive, WRITERS);
const writers = WRITERS.map(({ name }) => ({ name, runs: written.get(name) ?? [] }));
console.log(`${tableOf(writers, writers.slice(1))}\n`);
await rm(outputOf(archive.path), { force: true });
process.exitCode = judge(archive, runs.get(analysis.name) ?? []);
for (const figures of await memoryFigures()) {
  console.log(memoryText(figures));
  if (holdsTooMuch(figures)) process.exitCode = 1;
}
if (programAt('chromium') === undefined) console.log('The desk is not measured: chromium is not installed');
else console.log(`\n${deskText(await deskFigures(seed))}`);

function describe({ path, files, expandedBytes }: BenchArchive): string {
  return `${path}\n${files} files, ${Math.round(expandedBytes / 1e6)} MB expanded; ${ROUNDS} rounds, Node ${process.versions.node}`;
}

async function inTurns(
  { path }: BenchArchive,
  contenders: readonly Contender[],
): Promise<ReadonlyMap<string, readonly Run[]>> {
  const found = new Map<string, readonly Run[]>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const contender of contenders) {
      const run = await measure(contender.command(path), { keepsOutput: contender === analysis });
      if (run.status !== 0) throw new Error(`${contender.name} ended with ${run.status}: ${run.stderr}`);
      found.set(contender.name, [...(found.get(contender.name) ?? []), run]);
    }
  }
  return found;
}

/** Every run must have found every line, and all runs must have said the same. */
function judge({ planted }: BenchArchive, analyses: readonly Run[]): number {
  const outputs = new Set(analyses.map(({ stdout }) => stdout));
  if (outputs.size > 1) console.log('The reports of the same archive differ from run to run');
  // Our own output, whose shape a test of its own checks.
  const missed = [...outputs].flatMap((json) => missedLines(planted, JSON.parse(json) as ReportFile));
  console.log(`planted lines found: ${planted.length - missed.length} of ${planted.length}`);
  for (const { entry, line } of missed.slice(0, NAMED)) console.log(`missed: ${entry}:${line}`);
  return missed.length > 0 || outputs.size > 1 ? 1 : 0;
}
