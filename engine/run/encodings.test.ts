import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';

import { tarOf } from '../../test/harness/pack.ts';
import { smallDomain } from '../../test/harness/small-domain.ts';
import { lineFact, textFact, type Domain, type Located } from '../api/index.ts';
import type { Source } from '../ingest/source.ts';
import { answerSources } from './answer.ts';

/** Where each setting of a small file stands. */
const settings = textFact({
  name: 'test.settings',
  describes: 'Settings',
  from: { plain: 'settings.conf' },
  parse: (entry) =>
    entry.lines().flatMap(({ text, at }) => {
      const [, key, value] = /^(\w+)=(.*)$/u.exec(text) ?? [];
      return key === undefined || value === undefined ? [] : [{ value: `${key} is ${value}`, at }];
    }),
});

/** Where a large log says that a process was killed. */
const kills = lineFact({
  name: 'test.kills',
  describes: 'Killed processes',
  from: { plain: 'messages' },
  needles: ['Killed process'],
  start: (): Located<string>[] => [],
  line(found, { text, at }) {
    const killed = /^Jan 15 (?:.* )?Killed process (.*)$/u.exec(text)?.[1];
    if (killed !== undefined) found.push({ value: killed, at });
  },
  finish: (found) => found,
});

const domain: Domain = { ...smallDomain(), facts: [settings, kills] };

const request = { command: 'facts', profile: 'auto', only: [], skip: [] } as const;

function factsIn(files: Record<string, Uint8Array>) {
  return factsOf({ kind: 'memory', name: 'x', files });
}

const PIECE = 64 * 1024;

/** The same of a tar that arrives in pieces. */
function factsInTar(path: string, content: Uint8Array) {
  const tar = tarOf([{ path, content }]);
  const pieces = Array.from({ length: Math.ceil(tar.length / PIECE) }, (_, index) =>
    tar.subarray(index * PIECE, (index + 1) * PIECE),
  );
  return factsOf({ kind: 'stream', name: 'x', stream: Readable.from(pieces) });
}

async function factsOf(source: Source) {
  const { facts = [], sources } = await answerSources([source], request, domain);
  const read = (name: string): readonly string[] => {
    const { value } = facts.find((one) => one.name === name) ?? {};
    return ((value ?? []) as Located<string>[]).map((one) => `${one.at.line}: ${one.value}`);
  };
  const problems = sources.flatMap((one) =>
    one.problems.map(({ code, at }) => `${code} ${at?.entry}:${at?.line}`),
  );
  return { settings: read('test.settings'), kills: read('test.kills'), problems };
}

const SETTINGS = 'name=Löwe\n\nmode=passive\n';
const LOG = 'first\nJan 15 12:00:01 db-01 kernel: Killed process 42 (Löwe)\nlast\nJan 15 Killed process 43\n';

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const mark = (bytes: Buffer, ...of: readonly number[]): Buffer => Buffer.concat([Buffer.from(of), bytes]);

const ENCODINGS: readonly (readonly [string, (text: string) => Buffer])[] = [
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-8 with a mark', (text) => mark(Buffer.from(text), 0xef, 0xbb, 0xbf)],
  ['UTF-16LE with a mark', (text) => mark(utf16(text), 0xff, 0xfe)],
  ['UTF-16BE with a mark', (text) => mark(utf16(text).swap16(), 0xfe, 0xff)],
  ['UTF-16LE without a mark', utf16],
  ['UTF-16BE without a mark', (text) => utf16(text).swap16()],
  ['Latin-1', (text) => Buffer.from(text, 'latin1')],
  ['lines that end in CRLF', (text) => Buffer.from(text.replaceAll('\n', '\r\n'))],
  ['lines that end in CR', (text) => Buffer.from(text.replaceAll('\n', '\r'))],
  ['UTF-16LE with lines that end in CR', (text) => utf16(text.replaceAll('\n', '\r'))],
  ['no end of the last line', (text) => Buffer.from(text.trimEnd())],
  [
    'colours',
    (text) => Buffer.from(text.replaceAll(/^(?=.)/gmu, '\u001b[1;31m').replaceAll('\n', '\u001b[0m\n')),
  ],
  ['zeros that a crash left', (text) => Buffer.from(text.replaceAll(/^(?=.)/gmu, '\0'.repeat(20_000)))],
];

describe('facts', () => {
  it.each(ENCODINGS)('are the same in %s', async (_name, encode) => {
    const read = await factsIn({ 'settings.conf': encode(SETTINGS), messages: encode(LOG) });
    expect(read).toEqual({
      settings: ['1: name is Löwe', '3: mode is passive'],
      kills: ['2: 42 (Löwe)', '4: 43'],
      problems: [],
    });
  });

  it('are found behind a line that is cut, which is told once with its line', async () => {
    const long = Buffer.concat([
      Buffer.from('first\n'),
      Buffer.alloc(5_000_000, 'x'),
      Buffer.from(`\nJan 15 Killed process 3\n${'y'.repeat(3_000_000)}`),
      Buffer.from('\nJan 15 Killed process 5'),
    ]);
    const read = await factsInTar('messages', long);
    expect(read.kills).toEqual(['3: 3', '5: 5']);
    expect(read.problems).toEqual(['limit-line-bytes messages:2']);
  });

  it('are found in a long text whose lines end in CR', async () => {
    const lines = Array.from({ length: 100_000 }, (_, index) => `line ${index} of a text of old times`);
    lines[90_000] = 'Jan 15 Killed process 7';
    const read = await factsInTar('messages', Buffer.from(lines.join('\r')));
    expect(read.kills).toEqual(['90001: 7']);
    expect(read.problems).toEqual([]);
  });

  it('have lines in LF alone, where a text holds both', async () => {
    const read = await factsIn({ 'settings.conf': Buffer.from('progress 1 %\r100 %\nmode=passive\n') });
    expect(read.settings).toEqual(['2: mode is passive']);
  });

  it('that are left out by a limit are told and not absent', async () => {
    const source: Source = { kind: 'memory', name: 'x', files: { 'settings.conf': SETTINGS } };
    const limited = { ...request, limits: { keptTextBytes: 5 } };
    const { facts, sources } = await answerSources([source], limited, domain);
    expect(facts?.find(({ name }) => name === 'test.settings')?.status).toBe('not-read');
    expect(sources[0]?.problems.map(({ code }) => code)).toEqual(['limit-kept-text-bytes']);
  });
});
