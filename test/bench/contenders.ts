import { join } from 'node:path';

import { MAIN } from '../harness/analyze-sample.ts';

/** A program that reads the archive as a whole process, from its start to its end. */
export interface Contender {
  readonly name: string;
  command(archive: string): readonly [string, ...string[]];
}

/** Ours as it is delivered: all checks on, the report as JSON. */
export const analysis: Contender = {
  name: 'bundlescope analyze',
  command: (archive) => [process.execPath, MAIN, 'analyze', archive, '--format', 'json'],
};

export const nodeDrain: Contender = {
  name: 'bare Node drain',
  command: (archive) => [process.execPath, join(import.meta.dirname, 'drain.ts'), archive],
};

export const gzip: Contender = { name: 'gzip -dc', command: (archive) => ['gzip', '-dc', archive] };

/** Where redaction and what it is measured by write to. */
export const outputOf = (archive: string): string => `${archive}.out`;

export const redaction: Contender = {
  name: 'bundlescope redact',
  command: (archive) => [process.execPath, MAIN, 'redact', archive, '-o', outputOf(archive), '--force'],
};

export const nodeRepack: Contender = {
  name: 'bare read and re-compression',
  command: (archive) => [
    process.execPath,
    join(import.meta.dirname, 'repack.ts'),
    archive,
    outputOf(archive),
  ],
};
