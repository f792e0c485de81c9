import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';

import { loadDomain } from '../../cli/domain.ts';
import { tarOf } from '../../test/harness/pack.ts';
import { smallDomain } from '../../test/harness/small-domain.ts';
import type { Source } from '../ingest/source.ts';
import { answerSources } from './answer.ts';
import type { EntryRow } from './protocol.ts';

const request = { command: 'analyze', profile: 'auto', only: [], skip: [] } as const;
const source = (name: string): Source => ({ kind: 'memory', name, files: { 'a.txt': 'a' } });

describe('answerSources', () => {
  it('counts sources that a cancel came before as cancelled, not as read', async () => {
    const { sources } = await answerSources([source('one'), source('two')], request, smallDomain(), {
      signal: AbortSignal.abort(),
    });
    expect(sources.map(({ name, ended }) => [name, ended])).toEqual([
      ['one', 'cancelled'],
      ['two', 'cancelled'],
    ]);
  });

  it('tells what a text is, although some fact looks through every text', async () => {
    const health = 'healthy : true\nlicensed : true\napp_version : "101.25072.0003"\n';
    const text: Source = { kind: 'memory', name: 'host', files: { 'outcome.txt': health } };
    const { reports } = await answerSources([text], request, loadDomain());
    expect(reports.map(({ bundle, entries }) => [bundle.host['agent'], entries.recognised])).toEqual([
      ['101.25072.0003', 1],
    ]);
    const unknown: Source = { kind: 'memory', name: 'letter', files: { 'letter.txt': 'Dear all,\n' } };
    const { sources } = await answerSources([unknown], request, loadDomain());
    expect(sources.map(({ recognised }) => recognised)).toEqual([false]);
  });

  it('lists an entry without its time, where the archive gives one that no date can say', async () => {
    const header = tarOf([{ path: 'far.txt' }]);
    // 2^52 seconds in base 256, and the checksum anew.
    header.fill(0, 136, 148);
    header[136] = 0x80;
    header[141] = 0x10;
    header.fill(' ', 148, 156);
    const sum = header.subarray(0, 512).reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    const far: Source = { kind: 'stream', name: 'far', stream: Readable.from([header]) };
    const rows: EntryRow[] = [];
    await answerSources([far], { ...request, command: 'entries' }, smallDomain(), {
      onEntries: (some) => rows.push(...some) > 0,
    });
    expect(rows).toEqual([{ path: 'far.txt', kind: 'file', size: 0 }]);
  });
});
