import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { journalOf, type JournalEntry, type JournalOptions } from '../../../test/harness/journal.ts';
import { gzipOf, tarOf } from '../../../test/harness/pack.ts';
import { ingestForTest, type ReadForTest } from './ingest-for-test.ts';

// 2026-09-22T06:19:03.123456Z
const START = 1_790_057_943_123_456;
const SECOND = 1_000_000;

const entry = (second: number, message: string, more: JournalEntry['fields'] = []): JournalEntry => ({
  at: START + second * SECOND,
  fields: [
    ['MESSAGE', message],
    ['PRIORITY', '6'],
    ['SYSLOG_IDENTIFIER', 'sshd'],
    ['_PID', '812'],
    ['_HOSTNAME', 'web-03'],
    ...more,
  ],
});

async function read(journal: Buffer): Promise<ReadForTest & { readonly lines: readonly string[] }> {
  const read = await ingestForTest({
    kind: 'memory',
    name: 'journals',
    files: { 'system.journal': journal },
  });
  return { ...read, lines: (read.texts['system.journal'] ?? '').split('\n').slice(0, -1) };
}

const many = Array.from({ length: 40 }, (_, at) => entry(at, `message ${at}`));
const LONG = 'a message that is long enough to be packed '.repeat(4).trim();
// LONG behind its name, as `xz --check=none` packs it
const XZ = Buffer.from(
  '/Td6WFoAAAD/EtlBAgAhARYAAAB0L+Wj4ACyADhdACaRRsDRlFfkkubyNgfRBkjyNr2EW21Jbga7V1FU22HjYGoVeeXzUp8/bMsUINo5O2MU2sT6+/gAAAABTLMBAAAAawsUVKgACvwCAAAAAABZWg==',
  'base64',
);

describe('a journal of systemd', () => {
  it('is read as lines with priority, time, host, identifier and message', async () => {
    const { lines, states, problems } = await read(
      journalOf([entry(0, 'Accepted publickey for ada'), entry(1, 'closed')]),
    );
    expect(lines).toEqual([
      '<30>2026-09-22T06:19:03.123456Z web-03 sshd[812]: Accepted publickey for ada',
      '<30>2026-09-22T06:19:04.123456Z web-03 sshd[812]: closed',
    ]);
    expect([states['system.journal'], problems]).toEqual(['whole', []]);
  });

  it.each<[string, JournalOptions]>([
    ['the regular layout', {}],
    ['the compact layout', { compact: true }],
    ['fields packed by zstd', { pack: 'zstd' }],
    ['fields packed by LZ4', { pack: 'lz4', compact: true }],
    ['fields packed by xz', { pack: () => XZ }],
    ['much room behind the last entry', { spareBytes: 300_000 }],
    ['a state of being written', { online: true }],
  ])('is read in %s', async (_what, options) => {
    const { lines, problems } = await read(journalOf([...many, entry(40, LONG)], options));
    expect(lines).toHaveLength(41);
    expect(lines[39]).toBe('<30>2026-09-22T06:19:42.123456Z web-03 sshd[812]: message 39');
    expect(lines[40]).toBe(`<30>2026-09-22T06:19:43.123456Z web-03 sshd[812]: ${LONG}`);
    expect(problems).toEqual([]);
  });

  it.each<[string, JournalEntry['fields'], string]>([
    [
      'facility and priority',
      [
        ['PRIORITY', '3'],
        ['SYSLOG_FACILITY', '10'],
      ],
      '<83>TIME - unknown: x',
    ],
    [
      'a message of the kernel',
      [
        ['PRIORITY', '4'],
        ['_TRANSPORT', 'kernel'],
        ['SYSLOG_IDENTIFIER', 'kernel'],
      ],
      '<4>TIME - kernel: x',
    ],
    ['no priority', [['_HOSTNAME', 'db-01']], 'TIME db-01 unknown: x'],
    ['a priority that is none', [['PRIORITY', '9']], 'TIME - unknown: x'],
    [
      'the name of the program where nothing else names it',
      [
        ['_COMM', 'cron'],
        ['SYSLOG_PID', '7'],
      ],
      'TIME - cron[7]: x',
    ],
    [
      'the process that the kernel saw before the one that was said',
      [
        ['_COMM', 'cron'],
        ['SYSLOG_PID', '7'],
        ['_PID', '8'],
      ],
      'TIME - cron[8]: x',
    ],
  ])('gives %s', async (_what, fields, line) => {
    const { lines } = await read(journalOf([{ at: START, fields: [['MESSAGE', 'x'], ...fields] }]));
    expect(lines).toEqual([line.replace('TIME', '2026-09-22T06:19:03.123456Z')]);
  });

  it('keeps a message on one line and all its other bytes', async () => {
    const bytes = Buffer.from('one\ntwo\ttab\u001b[31m \u00e9\n\n', 'latin1');
    const { lines } = await read(
      journalOf([
        {
          at: START,
          fields: [
            ['MESSAGE', bytes],
            ['_HOSTNAME', 'a\nb'],
          ],
        },
      ]),
    );
    expect(lines).toEqual(['2026-09-22T06:19:03.123456Z a#012b unknown: one#012two\ttab\u001b[31m \u00e9']);
  });

  it('passes over entries without a message', async () => {
    const { lines, problems } = await read(
      journalOf([{ at: START, fields: [['_PID', '1']] }, entry(1, 'x')]),
    );
    expect([lines.length, problems]).toEqual([1, []]);
  });

  it('is told by its content, inside archives and compressed too', async () => {
    const journal = journalOf(many);
    const tar = gzipOf(
      tarOf([
        { path: 'sos/var/log/journal/5e0f/system@1.journal~', content: journal },
        { path: 'sos/old.gz', content: gzipOf(journal) },
      ]),
    );
    const { texts, problems } = await ingestForTest({
      kind: 'memory',
      name: 'sos',
      files: { 'a.tar.gz': tar },
    });
    expect(Object.entries(texts).map(([path, text]) => [path, text.split('\n').length - 1])).toEqual([
      ['a.tar.gz!/sos/var/log/journal/5e0f/system@1.journal~', 40],
      ['a.tar.gz!/sos/old.gz', 40],
    ]);
    expect(problems).toEqual([]);
  });

  it('is held in a nameless file where it is large', async () => {
    const source = { kind: 'memory', name: 'journals', files: { j: journalOf(many) } } as const;
    const { texts } = await ingestForTest(source, { heldArchiveBytes: 1000 });
    expect(texts['j']?.split('\n')).toHaveLength(41);
    const refused = await ingestForTest(source, { heldArchiveBytes: 1000, spoolBytes: 1000 });
    expect([refused.states['j'], refused.problems.map(({ code }) => code)]).toEqual([
      'cut',
      ['limit-spool-bytes'],
    ]);
  });

  it('ends at the limit of one entry', async () => {
    const source = { kind: 'memory', name: 'journals', files: { j: journalOf(many) } } as const;
    const { states, problems } = await ingestForTest(source, { entryBytes: 100 });
    expect([states['j'], problems.map(({ code }) => code)]).toEqual(['cut', ['limit-entry-bytes']]);
  });
});

/** A journal with something written over. The first entry's array and the like are found by what they hold. */
function damaged(change: (journal: Buffer) => void, options: JournalOptions = {}): Buffer {
  const journal = journalOf(many, options);
  change(journal);
  return journal;
}

const DATA = 1;
const ARRAY = 6;
const ENTRY = 3;
/** Where the objects of a type lie. */
function objectsIn(journal: Buffer, type: number): readonly number[] {
  const found: number[] = [];
  for (let at = 272, size = 1; size > 0; at += Math.ceil(size / 8) * 8) {
    size = Number(journal.readBigUInt64LE(at + 8));
    if (journal[at] === type) found.push(at);
  }
  return found;
}

function objectAt(journal: Buffer, type: number, nth: number): number {
  const at = objectsIn(journal, type)[nth];
  if (at === undefined) throw new Error('The journal has no such object');
  return at;
}

describe('a damaged journal', () => {
  it('is read as far as it goes where it is cut', async () => {
    const journal = journalOf(many);
    const cut = journal.subarray(0, objectAt(journal, ENTRY, 30));
    const { lines, states, problems } = await read(cut);
    expect(lines).toHaveLength(30);
    expect(states['system.journal']).toBe('cut');
    expect(problems.map(({ code, at }) => [code, at?.entry])).toEqual([
      ['truncated', 'system.journal'],
      ['damaged', 'system.journal'],
    ]);
    expect(problems.map(({ detail }) => detail).at(-1)).toBe('10 of 40 entries could not be read');
  });

  it('gives entries behind a broken list of entries', async () => {
    const { lines, problems } = await read(
      damaged((journal) => journal.fill(0xff, objectAt(journal, ARRAY, 1), objectAt(journal, ARRAY, 1) + 24)),
    );
    expect(lines.map((line) => line.slice(line.lastIndexOf(' ') + 1))).toEqual(
      many.map((_, at) => String(at)),
    );
    expect(problems.map(({ detail }) => detail)).toEqual([
      'The list of entries leads to where none can be; its entries are looked for one by one',
    ]);
  });

  it('does not go in a circle', async () => {
    const { lines, problems } = await read(
      damaged((journal) =>
        journal.writeBigUInt64LE(BigInt(objectAt(journal, ARRAY, 0)), objectAt(journal, ARRAY, 1) + 16),
      ),
    );
    expect(lines).toHaveLength(40);
    expect(problems.map(({ code }) => code)).toEqual(['damaged']);
  });

  it('does not give an entry twice', async () => {
    const { lines, problems } = await read(
      damaged((journal) =>
        journal.writeBigUInt64LE(BigInt(objectAt(journal, ENTRY, 0)), objectAt(journal, ARRAY, 0) + 32),
      ),
    );
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines).toHaveLength(39);
    expect(problems.map(({ detail, at }) => [detail, at?.offset])).toEqual([
      ['The list of entries goes back; its entries are looked for one by one', expect.any(Number)],
      ['1 of 40 entries could not be read', 0],
    ]);
  });

  it('loses one entry where one is overwritten', async () => {
    const { lines, problems } = await read(
      damaged((journal) => journal.fill(0, objectAt(journal, ENTRY, 5), objectAt(journal, ENTRY, 5) + 16)),
    );
    expect(lines).toHaveLength(39);
    expect(problems[0]).toMatchObject({ code: 'damaged', detail: 'There is no entry where one should be' });
    expect(problems).toHaveLength(2);
  });

  it.each<[string, JournalOptions]>([
    ['zstd', { pack: 'zstd' }],
    ['LZ4', { pack: 'lz4' }],
    ['xz', { pack: () => Buffer.from('\ufffd7zXZ no more') }],
  ])('says that a message packed by %s cannot be unpacked', async (_what, options) => {
    const journal = journalOf([entry(0, 'before'), entry(1, LONG), entry(2, 'after')], options);
    const data = objectsIn(journal, DATA).find((at) => journal[at + 1] !== 0) ?? 0;
    if (typeof options.pack === 'string') journal.fill(0xaa, data + 72, data + 90);
    const { lines, problems } = await read(journal);
    expect(lines.map((line) => line.slice(line.lastIndexOf(':') + 2))).toEqual(['before', 'after']);
    expect(problems.at(-1)).toMatchObject({
      code: 'damaged',
      detail: 'A field of an entry cannot be read',
      at: { offset: data },
    });
  });

  it('says that its header is damaged, or that it has features that are not known', async () => {
    const short = await read(journalOf(many).subarray(0, 150));
    expect(short.problems.map(({ detail }) => detail)).toEqual(['The header of the journal is damaged']);
    const newer = await read(damaged((journal) => journal.writeUInt32LE(64, 12)));
    expect(newer.problems.map(({ code, detail }) => [code, detail])).toEqual([
      ['unsupported', 'The journal has features that are not known (64)'],
    ]);
    expect([newer.lines, newer.states['system.journal']]).toEqual([[], 'cut']);
  });

  it('is the source’s own damage where the journal is what was opened', async () => {
    const cut = journalOf(many).subarray(0, 5000);
    const stream = Readable.from([cut]);
    const { ended, problems } = await ingestForTest({ kind: 'stream', name: 'standard input', stream });
    expect([ended, problems[0]?.at?.entry]).toEqual(['damaged', '']);
  });

  it('never throws, hangs or says a line twice, whatever is written over it', async () => {
    const change = fc.record({ at: fc.nat(), byte: fc.nat(255), length: fc.integer({ min: 1, max: 40 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        fc.nat(),
        async (changes, compact, cut) => {
          const journal = journalOf(many, { compact, pack: 'lz4' });
          for (const { at, byte, length } of changes) {
            const from = 8 + (at % (journal.length - 8));
            journal.fill(byte, from, Math.min(journal.length, from + length));
          }
          const { lines } = await read(
            cut % 3 === 0 ? journal.subarray(0, 300 + (cut % journal.length)) : journal,
          );
          expect(lines.length).toBeLessThanOrEqual(40);
        },
      ),
      { numRuns: 300, seed: 2026 },
    );
  });
});
