import { describe, expect, it } from 'vitest';

import { looksBinary } from './looks-binary.ts';

describe('looksBinary', () => {
  it.each([
    ['a program', Buffer.concat([Buffer.from('\u007fELF'), Buffer.alloc(100)]), true],
    ['packed bytes', Buffer.from(Array.from({ length: 400 }, (_, at) => (at * 167) % 256)), true],
    ['a text with colours', Buffer.from('\u001b[31mred\u001b[0m\n'.repeat(50)), false],
    ['a text with a bell or two', Buffer.from('ding\u0007 dong\u0007'), false],
    [
      'a log with a hole of zeros',
      Buffer.concat([Buffer.from('line\n'.repeat(200)), Buffer.alloc(30)]),
      false,
    ],
    ['letters of other scripts', Buffer.from('Größe 大きさ\n'.repeat(20)), false],
    ['nothing', Buffer.alloc(0), false],
  ])('of %s', (_what, bytes, expected) => {
    expect(looksBinary(bytes)).toBe(expected);
  });
});
