import { execFileSync } from 'node:child_process';
import {
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  mkdirSync,
  readFileSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { zipOf } from '../../test/harness/pack.ts';
import type { Problem } from '../api/index.ts';
import type { EntryHeader } from './entry-sink.ts';
import { ingest } from './ingest.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import type { Source } from './source.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'ingest-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, content: string | Buffer): string {
  const full = join(folder, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, content);
  return full;
}

const run = (command: string, ...args: readonly string[]): void =>
  void execFileSync(command, args, { cwd: folder, stdio: 'ignore' });

async function read(source: Source, limits: Partial<Limits> = {}, signal?: AbortSignal) {
  const texts: Record<string, string> = {};
  const entries: EntryHeader[] = [];
  const problems: Problem[] = [];
  const ends: Record<string, string> = {};
  let at = '';
  const end = await ingest(
    source,
    {
      begin(header) {
        entries.push(header);
        at = header.path;
        if (header.kind !== 'file' || header.holds === 'members') return false;
        texts[at] = '';
        return true;
      },
      chunk(bytes) {
        texts[at] += Buffer.from(bytes).toString('latin1');
        return true;
      },
      end: (state) => void (ends[at] = state),
      problem: (problem) => void problems.push(problem),
    },
    { limits: { ...DEFAULT_LIMITS, ...limits }, ...(signal ? { signal } : {}) },
  );
  return { end, texts, entries, problems, ends, codes: problems.map(({ code }) => code) };
}

const path = (name: string): Source => ({ kind: 'path', path: join(folder, name) });

describe('ingest', () => {
  it('reads a tar.gz with long names, folders and links', async () => {
    const long = `sos/${'d'.repeat(90)}/${'f'.repeat(120)}`;
    write(long, 'long');
    write('sos/etc/hosts', '127.0.0.1 localhost\n');
    symlinkSync('../usr/lib/os-release', join(folder, 'sos/etc/os-release'));
    for (const format of ['ustar', 'gnu', 'pax']) {
      if (format === 'ustar') rmSync(join(folder, long));
      else write(long, 'long');
      run('tar', '-czf', 'a.tar.gz', `--format=${format}`, 'sos');
      const { texts, entries, end, problems } = await read(path('a.tar.gz'));
      expect(texts['sos/etc/hosts']).toBe('127.0.0.1 localhost\n');
      if (format !== 'ustar') expect(texts[long]).toBe('long');
      expect(entries.find((entry) => entry.path === 'sos/etc/os-release')).toMatchObject({
        kind: 'link',
        linkTarget: '../usr/lib/os-release',
      });
      expect(entries.find((entry) => entry.path === 'sos')?.kind).toBe('folder');
      expect(problems).toEqual([]);
      expect(end).toMatchObject({ ended: 'complete', opened: true, name: 'a.tar.gz' });
      expect(end.bytes).toBe(statSync(join(folder, 'a.tar.gz')).size);
    }
  });

  it('opens a zip in a zip in a tar.gz, and compressed logs under their own names', async () => {
    const inner = zipOf([{ path: 'var/log/messages', content: 'inner\n' }]);
    const files = [
      { path: 'inner.zip', content: inner },
      { path: 'log.gz', content: gzipSync('zipped\n') },
    ];
    write('outer.zip', zipOf(files, { stored: true }));
    run('tar', '-czf', 'all.tar.gz', 'outer.zip');
    const { texts, entries, problems } = await read(path('all.tar.gz'));
    expect(texts).toEqual({
      'outer.zip!/inner.zip!/var/log/messages': 'inner\n',
      'outer.zip!/log.gz': 'zipped\n',
    });
    expect(entries.filter(({ holds }) => holds === 'members').map((entry) => entry.path)).toEqual([
      'outer.zip',
      'outer.zip!/inner.zip',
    ]);
    expect(problems).toEqual([]);
  });

  it('keeps what stands before the cut of a truncated archive', async () => {
    write('a/first', 'first\n');
    write(
      'a/second',
      Array.from({ length: 20_000 }, (_, index) => `line ${(index * 7919) % 10_007}\n`).join(''),
    );
    run('tar', '-czf', 'cut.tar.gz', '--sort=name', 'a');
    truncateSync(join(folder, 'cut.tar.gz'), Math.floor(statSync(join(folder, 'cut.tar.gz')).size * 0.7));
    const { texts, ends, end, codes } = await read(path('cut.tar.gz'));
    expect(texts['a/first']).toBe('first\n');
    expect(ends['a/second']).toBe('cut');
    expect(end.ended).toBe('damaged');
    expect(codes).toContain('truncated');
  });

  it('reads every member of a gzip file', async () => {
    write('log.gz', Buffer.concat([gzipSync('one\n'), gzipSync('two\n')]));
    expect((await read(path('log.gz'))).texts).toEqual({ 'log.gz': 'one\ntwo\n' });
  });

  it('finds the next header after a damaged one', async () => {
    write('a/1', 'one');
    write('a/2', 'two');
    write('a/3', 'three');
    run('tar', '-cf', 'bad.tar', '--sort=name', 'a');
    const bytes = readFileSync(join(folder, 'bad.tar'));
    bytes.write('broken!', bytes.indexOf('a/2'));
    writeFileSync(join(folder, 'bad.tar'), bytes);
    const { texts, problems, end } = await read(path('bad.tar'));
    expect(texts).toEqual({ 'a/1': 'one', 'a/3': 'three' });
    expect(problems).toEqual([expect.objectContaining({ code: 'damaged', at: { entry: '', offset: 1536 } })]);
    expect(end.ended).toBe('damaged');
  });

  it('names members of a zip that are encrypted or damaged, and reads the others', async () => {
    const bytes = zipOf(
      [
        { path: 'good', content: 'good' },
        { path: 'locked', content: 'x' },
        { path: 'wrong', content: 'as it was' },
      ],
      { stored: true },
    );
    const directory = bytes.indexOf('PK\u0001\u0002', 0, 'latin1');
    bytes[bytes.indexOf('PK\u0001\u0002', directory + 4, 'latin1') + 8] = 1;
    bytes.write('AS IT IS.', bytes.indexOf('as it was'));
    write('x.zip', bytes);
    const { texts, problems } = await read(path('x.zip'));
    expect(texts['good']).toBe('good');
    expect(problems.map(({ code, at }) => [code, at?.entry])).toEqual([
      ['checksum-mismatch', 'wrong'],
      ['password-needed', ''],
    ]);
  });

  it('reads a zip without its directory, one member after the other', async () => {
    const bytes = zipOf([
      { path: 'a', content: 'first '.repeat(50) },
      { path: 'b', content: 'second' },
    ]);
    write('y.zip', bytes.subarray(0, bytes.indexOf('PK\u0001\u0002', 0, 'latin1')));
    const { texts, end } = await read(path('y.zip'));
    expect(texts['b']).toBe('second');
    expect(end.ended).toBe('damaged');
  });

  it('reads standard input, an archive or a text', async () => {
    write('a/x', 'x');
    run('tar', '-czf', 'in.tgz', 'a');
    const stream = Readable.from([readFileSync(join(folder, 'in.tgz'))]);
    expect((await read({ kind: 'stream', name: '-', stream })).texts).toEqual({ 'a/x': 'x' });
    const text = Readable.from([Buffer.from('healthy : true\n')]);
    expect((await read({ kind: 'stream', name: '-', stream: text })).texts).toEqual({
      stdin: 'healthy : true\n',
    });
  });

  it('lists links of a folder without following them', async () => {
    write('host/etc/hosts', 'h');
    symlinkSync('.', join(folder, 'host/loop'));
    const { entries, texts } = await read(path('host'));
    expect(texts).toEqual({ 'etc/hosts': 'h' });
    expect(entries.map((entry) => `${entry.kind} ${entry.path}`)).toEqual([
      'folder etc',
      'file etc/hosts',
      'link loop',
    ]);
  });

  it('gives each section of a supportconfig file with the lines it has there', async () => {
    const text =
      '#==[ Command ]====#\n# /bin/uname -a\nLinux scc-web\n\n#==[ Command ]====#\n# /bin/df -h\nFilesystem\n';
    const { entries, texts } = await read({ kind: 'memory', name: 'scc', files: { 'basic.txt': text } });
    expect(entries.map(({ path: entry, firstLine }) => [entry, firstLine])).toEqual([
      ['basic.txt', undefined],
      ['basic.txt!#/bin/uname -a', 3],
      ['basic.txt!#/bin/df -h', 7],
    ]);
    expect(texts['basic.txt!#/bin/df -h']).toBe('Filesystem\n');
  });

  it('marks a name that comes again, and takes dangerous names as data', async () => {
    const names = ['a', 'a', '../../etc/passwd', '__proto__', 'odd!name'];
    write('d.zip', zipOf(names.map((name) => ({ path: name, content: 'x' }))));
    const { entries } = await read(path('d.zip'));
    expect(entries.map((entry) => entry.path)).toEqual([
      'a',
      'a!@2',
      '../../etc/passwd',
      '__proto__',
      'odd!!name',
    ]);
  });

  it('says what it does not open', async () => {
    write('x.7z', Buffer.from('7z\u00bc\u00af\u0027\u001c rest', 'latin1'));
    const { problems } = await read(path('x.7z'));
    expect(problems).toEqual([
      { code: 'unsupported', detail: 'x.7z is a 7-Zip archive and was not opened', at: { entry: '' } },
    ]);
  });

  it('says that a path does not exist, that a file is empty', async () => {
    const missing = await read(path('nowhere.zip'));
    expect(missing.end).toMatchObject({ opened: false, problem: { code: 'unreadable-path' } });
    expect(missing.end.problem?.detail).toMatch(/nowhere\.zip does not exist$/u);
    write('empty', '');
    expect((await read(path('empty'))).end.problem).toMatchObject({ code: 'malformed-file' });
  });

  it('stops at a cancel and at the limits of the whole', async () => {
    write('a/1', 'one');
    write('a/2', 'two');
    run('tar', '-cf', 'l.tar', 'a');
    expect((await read(path('l.tar'), {}, AbortSignal.abort())).end.ended).toBe('cancelled');
    const entries = await read(path('l.tar'), { entries: 2 });
    expect(entries.end.ended).toBe('limit');
    expect(entries.codes).toEqual(['limit-entries']);
    const bytes = await read(path('l.tar'), { totalBytes: 4 });
    expect(bytes.codes).toEqual(['limit-total-bytes']);
    expect(Object.keys(bytes.texts)).toHaveLength(2);
    const entry = await read(path('l.tar'), { entryBytes: 2 });
    expect(entry.codes).toEqual(['limit-entry-bytes', 'limit-entry-bytes']);
    expect(entry.end.ended).toBe('complete');
  });

  it('opens archives in each other only so deep', async () => {
    write('a/1', 'one');
    run('tar', '-cf', '1.tar', 'a');
    run('tar', '-cf', '2.tar', '1.tar');
    run('tar', '-cf', '3.tar', '2.tar');
    const { codes, texts } = await read(path('3.tar'), { nestingDepth: 2 });
    expect(codes).toEqual(['limit-nesting-depth']);
    expect(texts).toEqual({});
  });
});
