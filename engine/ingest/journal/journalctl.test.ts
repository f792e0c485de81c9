import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { execFileSync, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { journalOf } from '../../../test/harness/journal.ts';
import { describeWith } from '../../../test/harness/needs.ts';
import { ingestForTest } from './ingest-for-test.ts';

const REMOTE = '/lib/systemd/systemd-journal-remote';
const HAS_XZ = spawnSync('xz', ['--version']).status === 0;

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'journals-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** What journalctl prints, put on one line for each entry; ours without the number in front. */
function byJournalctl(path: string): readonly string[] {
  const printed = execFileSync(
    'journalctl',
    ['--file', path, '-o', 'short-iso-precise', '--all', '--no-pager', '-q'],
    { encoding: 'latin1' },
  );
  // A message of several lines goes on below its first, as far in as that begins.
  return printed.replaceAll(/\n +/gu, '#012').split('\n').slice(0, -1);
}

async function byUs(path: string): Promise<readonly string[]> {
  const { texts, problems } = await ingestForTest({
    kind: 'memory',
    name: 'x',
    files: { journal: readFileSync(path) },
  });
  expect(problems).toEqual([]);
  return linesOf(texts['journal']);
}

function linesOf(text = ''): readonly string[] {
  const lines = text.split('\n').slice(0, -1);
  return lines.map((line) => line.replace(/^<\d+>/u, '').replace('Z ', '+0000 '));
}

/** Entries as `journalctl -o export` writes them. */
function exported(count: number): Buffer {
  const parts: Buffer[] = [];
  for (let number = 0; number < count; number++) {
    const message =
      number % 7 === 3 ? `${number}: ${`part ${number % 13} `.repeat(100)}end` : `message ${number}`;
    const fields = [
      `__REALTIME_TIMESTAMP=${1_790_057_943_123_456 + number * 1_234_567}`,
      `__MONOTONIC_TIMESTAMP=${number + 1}`,
      '_BOOT_ID=0123456789abcdef0123456789abcdef',
      '_HOSTNAME=web-03.example',
      `PRIORITY=${number % 8}`,
      `SYSLOG_IDENTIFIER=${number % 2 === 0 ? 'kernel' : 'sshd'}`,
      ...(number % 2 === 0 ? [] : [`_PID=${800 + (number % 50)}`]),
    ];
    parts.push(
      Buffer.from(`${fields.join('\n')}\n`),
      number % 10 === 9 ? binaryField(`first\nsecond ${number}`) : Buffer.from(`MESSAGE=${message}\n`),
      Buffer.from('\n'),
    );
  }
  return Buffer.concat(parts);
}

function binaryField(message: string): Buffer {
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(Buffer.byteLength(message)));
  return Buffer.concat([Buffer.from('MESSAGE\n'), length, Buffer.from(`${message}\n`)]);
}

describeWith(REMOTE, 'a journal as systemd writes it', () => {
  const ways = ['yes', 'no'].flatMap((compress) => ['0', '1'].map((compact) => [compress, compact] as const));

  it.each(ways)('is read as journalctl prints it, compressed: %s, compact: %s', async (compress, compact) => {
    const path = join(folder, 'remote.journal');
    writeFileSync(join(folder, 'export'), exported(3000));
    const made = spawnSync(REMOTE, [`--compress=${compress}`, '-o', path, join(folder, 'export')], {
      env: { ...process.env, SYSTEMD_JOURNAL_COMPACT: compact },
    });
    expect(made.status).toBe(0);
    const ours = await byUs(path);
    expect(ours).toHaveLength(3000);
    expect(ours).toEqual(byJournalctl(path));
  });

  it('gives what stands before a cut, which journalctl does not open', async () => {
    const path = join(folder, 'cut.journal');
    writeFileSync(join(folder, 'export'), exported(3000));
    spawnSync(REMOTE, ['-o', path, join(folder, 'export')]);
    const whole = byJournalctl(path);
    // The table of hashes, which comes first, has 3.7 MB.
    truncateSync(path, 4_000_000);
    const { texts, problems } = await ingestForTest({
      kind: 'memory',
      name: 'x',
      files: { journal: readFileSync(path) },
    });
    const ours = linesOf(texts['journal']);
    expect(ours.length).toBeGreaterThan(500);
    expect(ours).toEqual(whole.slice(0, ours.length));
    expect([...new Set(problems.map(({ code }) => code))]).toEqual(['truncated', 'damaged']);
  });
});

describeWith('journalctl', 'a journal that the tests write', () => {
  const entries = Array.from({ length: 60 }, (_, number) => ({
    at: 1_790_057_943_123_456 + number,
    fields: [
      ['MESSAGE', number % 5 === 3 ? `word ${number} `.repeat(60).trim() : `short ${number}`],
      ['_HOSTNAME', 'web-03'],
      ['SYSLOG_IDENTIFIER', 'sshd'],
      ['_PID', String(number % 3)],
    ] as const,
  }));
  const xz = (content: Buffer): Buffer => execFileSync('xz', ['--check=none', '-c'], { input: content });
  const packings = [undefined, 'zstd', 'lz4', ...(HAS_XZ ? [xz] : [])] as const;

  it.each([false, true])('is one to journalctl too, compact: %s', async (compact) => {
    for (const pack of packings) {
      const path = join(folder, 'own.journal');
      writeFileSync(path, journalOf(entries, { compact, ...(pack === undefined ? {} : { pack }) }));
      const ours = await byUs(path);
      expect(ours).toHaveLength(60);
      expect(ours).toEqual(byJournalctl(path));
    }
  });
});
