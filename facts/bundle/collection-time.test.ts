import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { analyzerRunTime } from './analyzer-run-time.ts';
import { collectionTime, type CollectionTime } from './collection-time.ts';
import { collectorLogTime } from './collector-log-time.ts';
import { hostDate } from './host-date.ts';

interface Texts {
  readonly analyzer?: string;
  readonly date?: string;
  readonly log?: string;
  readonly files?: string;
}

function derive({ analyzer, date, log, files }: Texts): CollectionTime {
  const { plan } = collectionTime;
  if (plan.kind !== 'derived') throw new Error('no derived fact');
  const facts = {
    analyzer: analyzer && parseFact(analyzerRunTime, analyzer).value,
    date: date && parseFact(hostDate, date).value,
    log: log && parseFact(collectorLogTime, log).value,
    files: files && { at: files, entry: 'health.txt' },
  };
  return plan.derive(facts, () => undefined);
}

const LOG = '[2026-11-23 10:00:05.001][INFO] start\n[2026-11-23 10:02:00.500][INFO] done\nno stamp\n';

describe('bundle.collection-time', () => {
  it('trusts the statement of the client analyzer most', () => {
    const xml =
      '<mdatp><general><script_run_time>2026-11-23 09:59:00.1</script_run_time></general></mdatp>\n';
    expect(derive({ analyzer: xml, log: LOG })).toEqual({
      at: '2026-11-23T09:59:00.000Z',
      basis: 'analyzer',
      zoneKnown: false,
      place: { entry: 'file', line: 1 },
    });
  });

  it("trusts the host's clock before the log", () => {
    expect(derive({ date: 'Mon Nov 23 11:00:00 CET 2026\n', log: LOG })).toMatchObject({
      at: '2026-11-23T10:00:00.000Z',
      basis: 'date',
      zoneKnown: true,
    });
  });

  it('takes the newest line of the log', () => {
    expect(derive({ log: LOG })).toEqual({
      at: '2026-11-23T10:02:00.000Z',
      basis: 'log',
      zoneKnown: false,
      place: { entry: 'file', line: 2 },
    });
  });

  it('falls back to the newest file, which names no place', () => {
    expect(derive({ files: '2026-11-23T10:00:00.000Z' })).toEqual({
      at: '2026-11-23T10:00:00.000Z',
      basis: 'file-times',
      zoneKnown: false,
      place: undefined,
    });
  });

  it('is not known without any trace', () => {
    expect(() => derive({})).toThrow('nothing tells when');
  });
});
