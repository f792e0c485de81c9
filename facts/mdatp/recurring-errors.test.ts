import { describe, expect, it } from 'vitest';
import { factInBundle } from '../../test/harness/fact-in-bundle.ts';
import { recurringErrors } from './recurring-errors.ts';

const LOG = 'var/log/microsoft/mdatp/microsoft_defender_core_err.log';

describe('mdatp.recurring-errors', () => {
  it('counts errors of one form, whatever their numbers and ids', async () => {
    const value = await factInBundle(recurringErrors, {
      [LOG]: [
        '[12][13][2026-10-13 09:22:11.120001 UTC][error]: Heartbeat failed: HTTP 407, request 48121',
        '[12][13][2026-10-13 09:00:11.120001 UTC][error]: Heartbeat failed: HTTP 407, request 48120',
        '[12][13][2026-10-13 09:30:11.120001 UTC][error]: Heartbeat failed: HTTP 503, request 48122',
        '[12][2026-10-13 10:00:00.000000 UTC][error]: Lost 0x7f1d20000000 of 5b1f4c2e-93d0-4f7a-8c15-2f0e7d6a9b31',
        '[12][2026-10-13 11:00:00.000000 UTC][error]: Lost 0x7f1d20000010 of 6b1f4c2e-93d0-4f7a-8c15-2f0e7d6a9b31',
        '[12][2026-10-13 11:00:00.000000 UTC][critical]: Lost 0x7f1d20000010 of 6b1f4c2e-93d0-4f7a-8c15-2f0e7d6a9b32',
        '[12][2026-10-13 12:00:00.000000 UTC][warning]: Heartbeat failed: HTTP 407, request 48121',
      ].join('\n'),
    });
    expect(
      value?.errors.map(({ value: { count, first, last, example }, at }) => [
        count,
        first,
        last,
        example,
        at.line,
      ]),
    ).toEqual([
      [
        3,
        '2026-10-13T10:00:00Z',
        '2026-10-13T11:00:00Z',
        'Lost 0x7f1d20000000 of 5b1f4c2e-93d0-4f7a-8c15-2f0e7d6a9b31',
        4,
      ],
      [2, '2026-10-13T09:00:11Z', '2026-10-13T09:22:11Z', 'Heartbeat failed: HTTP 407, request 48121', 1],
      [1, '2026-10-13T09:30:11Z', '2026-10-13T09:30:11Z', 'Heartbeat failed: HTTP 503, request 48122', 3],
    ]);
  });

  it('reads rotated logs with the others', async () => {
    const line = '[12][13][2026-10-13 09:22:11.120001 UTC][error]: Database is locked\n';
    const value = await factInBundle(recurringErrors, {
      [LOG]: line,
      'var/log/microsoft/mdatp/rotated/microsoft_defender_core_err.log00001': line,
    });
    expect(value?.errors.map(({ value: { count } }) => count)).toEqual([2]);
  });

  it('is there, and empty, where the log holds no error', async () => {
    const value = await factInBundle(recurringErrors, {
      [LOG]: '[12][2026-10-13 12:00:00.0 UTC][warning]: Slow\n',
    });
    expect(value?.errors).toEqual([]);
  });
});
