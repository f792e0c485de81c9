import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyzeSample, buildMain } from '../test/harness/analyze-sample.ts';

const START = '<!-- output:start -->';
const END = '<!-- output:end -->';
/** A screenful; the rest is said to be left out. */
const MOST_LINES = 60;

/** Puts what `analyze` prints of a sample between the marks in README.md. */
const readme = join(import.meta.dirname, '..', 'README.md');
const text = readFileSync(readme, 'utf8');
const from = text.indexOf(START);
const to = text.indexOf(END);
if (from < 0 || to < from) throw new Error(`README.md has no ${START} … ${END}`);
buildMain();
// How long ago it was is another number every day.
const output = analyzeSample('ill-rhel-8.10', 'text').replace(/ \(\d+ days ago\)/u, '');
const lines = output.trimEnd().split('\n');
const shown = lines.slice(0, MOST_LINES);
if (shown.length < lines.length) shown.push('', `… ${lines.length - shown.length} more lines`);
const block = `${START}\n\n\`\`\`text\n${shown.join('\n')}\n\`\`\`\n\n`;
writeFileSync(readme, text.slice(0, from) + block + text.slice(to));
console.log('README.md');
