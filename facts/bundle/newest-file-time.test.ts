import { describe, expect, it } from 'vitest';
import type { EntryInfo } from '../../engine/api/index.ts';
import { newestFileTime } from './newest-file-time.ts';

function read(...entries: readonly EntryInfo[]): unknown {
  if (newestFileTime.plan.kind !== 'entries') throw new Error('no entries fact');
  return newestFileTime.plan.read(entries.values(), () => undefined);
}

function file(path: string, modified: string, size = 100): EntryInfo {
  return { path, kind: 'file', size, modified: new Date(modified) };
}

describe('bundle.newest-file-time', () => {
  it('takes the newest small file', () => {
    const newest = read(
      file('health.txt', '2026-11-23T10:00:00Z'),
      file('uname.txt', '2026-11-23T10:01:00Z'),
      file('big.log', '2026-11-24T10:00:00Z', 50_000_000),
    );
    expect(newest).toEqual({ at: '2026-11-23T10:01:00.000Z', entry: 'uname.txt' });
  });

  it('is not known where all times are those of an unset clock', () => {
    expect(() => read(file('a.txt', '1980-01-01T00:00:00Z'), file('b.txt', '1970-01-01T00:00:00Z'))).toThrow(
      'no file of the bundle has a time',
    );
  });
});
