import { describe, expect, it } from 'vitest';

import { nearKey } from './near-key.ts';

const KEYS = ['behaviorMonitoring', 'enabled', 'proxy'];

describe('nearKey', () => {
  it.each([
    ['behaviourMonitoring', 'behaviorMonitoring'],
    ['BehaviorMonitoring', 'behaviorMonitoring'],
    ['behaviorMonitorig', 'behaviorMonitoring'],
    ['Proxy', 'proxy'],
    ['prox', undefined],
    ['behaviour', undefined],
    ['deviceControl', undefined],
  ])('takes %s for %s', (written, meant) => {
    expect(nearKey(written, KEYS)).toBe(meant);
  });
});
