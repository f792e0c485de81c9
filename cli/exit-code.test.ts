import { describe, expect, it } from 'vitest';

import type { Report } from '../engine/api/index.ts';
import type { SourceEnd } from '../engine/run/protocol.ts';
import { exitCodeOf } from './exit-code.ts';

const whole: SourceEnd = {
  name: 'a.zip',
  opened: true,
  ended: 'complete',
  recognised: true,
  entries: 1,
  reportCount: 1,
  problems: [],
};
const high = { findings: [{ severity: 'high' }] } as unknown as Report;

describe('exitCodeOf', () => {
  it.each([
    ['done', [whole], undefined, 0],
    ['findings below the wanted severity', [whole], 'critical', 0],
    ['findings at the wanted severity', [whole], 'high', 1],
    ['a source that could not be opened', [whole, { ...whole, opened: false, recognised: false }], 'high', 3],
    ['nothing known in it', [{ ...whole, recognised: false }], undefined, 3],
    ['nothing known, for a limit came first', [{ ...whole, ended: 'limit', recognised: false }], 'high', 4],
    ['a limit before findings', [{ ...whole, ended: 'limit' }], 'high', 4],
    ['findings before damage', [{ ...whole, ended: 'damaged' }], 'high', 1],
    ['damage', [{ ...whole, ended: 'damaged' }], undefined, 6],
    [
      'an interrupt before all',
      [
        { ...whole, opened: false },
        { ...whole, ended: 'cancelled' },
      ],
      undefined,
      130,
    ],
  ] as const)('%s', (_name, sources, failOn, code) => {
    expect(exitCodeOf({ sources, reports: [high] }, failOn)).toBe(code);
  });
});
