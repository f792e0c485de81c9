import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { EntryHeader, EntrySink } from './entry-sink.ts';
import { ingest } from './ingest.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import type { Source } from './source.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'read-folder-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, content: string): string {
  const full = join(folder, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, content);
  return full;
}

async function read(source: Source) {
  const entries: EntryHeader[] = [];
  const sink: EntrySink = {
    begin: (header) => entries.push(header) < 0,
    chunk: () => false,
    end: () => undefined,
    problem: () => undefined,
  };
  const end = await ingest(source, sink, { limits: DEFAULT_LIMITS });
  return { sha256: end.sha256, paths: entries.map(({ path }) => path) };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('readFolder', () => {
  it('meets whole paths in the order of their UTF-8 bytes', async () => {
    for (const path of ['a/c', 'a-b', 'a.b', 'a0', 'Z', '\u{1f600}', '\uff5e']) write(path, 'x');
    const { paths } = await read({ kind: 'path', path: folder });
    expect(paths).toEqual(['Z', 'a-b', 'a.b', 'a', 'a/c', 'a0', '\uff5e', '\u{1f600}']);
  });

  it('gives the hash that docs/report-format.md defines', async () => {
    write('a/odd!name', 'two\n');
    write('a-b', 'one\n');
    symlinkSync('../a-b', join(folder, 'a/link'));
    const list = [
      'a-b\0' + '4\0' + '2c8b08da5ce60398e1f19af0e5dccc744df274b826abe585eaba68c525434806\n',
      'a/link\0link\0../a-b\n',
      'a/odd!name\0' + '4\0' + '27dd8ed44a83ff94d557f9fd0412ed5a8cbca69ea04922d88c01184a07300a5a\n',
    ];
    expect((await read({ kind: 'path', path: folder })).sha256).toBe(sha256(list.join('')));
  });

  it('gives loose files the hash of the same list, whatever the order in which they are named', async () => {
    const first = write('z/a.txt', 'one\n');
    const second = write('b/c.txt', 'two\n');
    const list =
      'a.txt\0' +
      '4\0' +
      '2c8b08da5ce60398e1f19af0e5dccc744df274b826abe585eaba68c525434806\n' +
      'c.txt\0' +
      '4\0' +
      '27dd8ed44a83ff94d557f9fd0412ed5a8cbca69ea04922d88c01184a07300a5a\n';
    expect((await read({ kind: 'loose', paths: [first, second] })).sha256).toBe(sha256(list));
    expect((await read({ kind: 'loose', paths: [second, first] })).sha256).toBe(sha256(list));
  });

  it('keeps names apart that are no UTF-8, and hashes their bytes', async () => {
    const names = [Buffer.from([0x61, 0xe8]), Buffer.from([0x61, 0xe9])];
    for (const name of names) writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), name]), 'one\n');
    const { paths, sha256: found } = await read({ kind: 'path', path: folder });
    expect(paths).toEqual(['a\udce8', 'a\udce9']);
    const line = Buffer.from(
      '\0' + '4\0' + '2c8b08da5ce60398e1f19af0e5dccc744df274b826abe585eaba68c525434806\n',
    );
    const list = Buffer.concat(names.flatMap((name) => [name, line]));
    expect(found).toBe(createHash('sha256').update(list).digest('hex'));
  });

  it('lists pipes without opening them, and folders of any depth that the system can name', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    write(`${'d/'.repeat(300)}file`, 'x');
    const { paths } = await read({ kind: 'path', path: folder });
    expect(paths).toHaveLength(302);
    expect(paths.at(-1)).toBe('pipe');
  });
});
