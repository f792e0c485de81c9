import { describe, expect, it } from 'vitest';
import { isWithin, rangeText } from './release-range.ts';

describe('isWithin', () => {
  it('compares as many parts as the bound has', () => {
    expect(isWithin({ min: '9', max: '12' }, '12.5')).toBe('yes');
    expect(isWithin({ min: '16.04', max: '24.04' }, '24.04.2')).toBe('yes');
    expect(isWithin({ min: '8', max: '8.99' }, '8.10')).toBe('yes');
    expect(isWithin({ min: '8.7', max: '8.99' }, '8.6')).toBe('no');
  });

  it('cannot tell a minor release that the host does not name', () => {
    expect(isWithin({ min: '7.2', max: '7.99' }, '7')).toBe('unknown');
    expect(isWithin({ min: '7.2', max: '7.99' }, '8')).toBe('no');
    expect(isWithin({ min: '7.2', max: '7.99' }, 'rolling')).toBe('unknown');
  });

  it('has no end without a bound', () => {
    expect(isWithin({ min: '33' }, '43')).toBe('yes');
  });
});

describe('rangeText', () => {
  it('is what people write', () => {
    expect(rangeText({ min: '8.7', max: '8.99' })).toBe('8.7 to 8.x');
    expect(rangeText({ min: '9', max: '9.99' })).toBe('9.x');
    expect(rangeText({ min: '2', max: '2' })).toBe('2');
    expect(rangeText({ min: '33' })).toBe('33 and later');
  });
});
