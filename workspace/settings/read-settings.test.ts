import { describe, expect, it } from 'vitest';

import type { Threshold } from '../../engine/api/index.ts';
import { readSettings } from './read-settings.ts';

const THRESHOLDS: readonly Threshold[] = [
  {
    id: 'health.old-definitions',
    describes: 'Age of definitions',
    unit: 'minutes',
    default: 1440,
    min: 60,
    max: 525_600,
  },
];

const told = (text: string): unknown => {
  const read = readSettings(text, 'settings.yaml', THRESHOLDS);
  return read.ok
    ? read.settings
    : read.mistakes.map(({ line, column, message }) => `${line}:${column} ${message}`);
};

describe('readSettings', () => {
  it('reads thresholds', () => {
    expect(told('schema: 1\nthresholds:\n  health.old-definitions: 2880\n')).toEqual({
      schema: 1,
      thresholds: { 'health.old-definitions': 2880 },
    });
  });

  it('names a threshold that does not exist, and the nearest', () => {
    expect(told('schema: 1\nthresholds:\n  health.old-definition: 2880\n')).toEqual([
      "3:26 there is no threshold 'health.old-definition'; did you mean 'health.old-definitions'?",
    ]);
  });

  it('refuses a number outside its bounds', () => {
    expect(told('schema: 1\nthresholds:\n  health.old-definitions: 5\n')).toEqual([
      '3:27 health.old-definitions is 5; it can be 60 to 525600 minutes',
    ]);
  });

  it('refuses a text where a number belongs', () => {
    expect(told('schema: 1\nthresholds: { health.old-definitions: soon }\n')).toEqual([
      "2:39 expected a number, found 'soon'",
    ]);
  });

  it('says that the version is missing', () => {
    expect(told('thresholds: {}\n')).toEqual(["1:1 the key 'schema' is missing; expected 1"]);
  });
});
