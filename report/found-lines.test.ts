import { describe, expect, it } from 'vitest';

import { foundLineData, foundLinesPen, jsonRows, plainLines, type FoundLineShown } from './found-lines.ts';

const line = (number: number, text: string, more: Partial<FoundLineShown> = {}): FoundLineShown => ({
  line: number,
  text,
  cut: false,
  ranges: [],
  context: false,
  ...more,
});

describe('foundLinesPen', () => {
  it('writes what matches with colons and what is near with dashes', () => {
    const pen = foundLinesPen(true);
    expect(pen('etc/hosts', [line(1, 'a', { context: true }), line(2, 'b')])).toBe(
      'etc/hosts-1-a\netc/hosts:2:b\n',
    );
  });

  it('marks a gap between lines and between entries, across parts', () => {
    const pen = foundLinesPen(true);
    expect(
      [pen('a', [line(1, 'x')]), pen('a', [line(2, 'y'), line(9, 'z')]), pen('b', [line(10, 'w')])].join(''),
    ).toBe('a:1:x\na:2:y\n--\na:9:z\n--\nb:10:w\n');
  });

  it('marks no gap where only matches are shown', () => {
    expect(foundLinesPen(false)('a', [line(1, 'x'), line(9, 'z')])).toBe('a:1:x\na:9:z\n');
  });

  it('lets neither a name nor a line command the terminal, and keeps tabs of a line', () => {
    expect(foundLinesPen(false)('odd\n\u001b[2J', [line(1, 'a\tb\u001b]0;x\u0007')])).toBe(
      'odd\\u{a}\\u{1b}[2J:1:a\tb\\u{1b}]0;x\\u{7}\n',
    );
  });

  it('marks a line that goes on', () => {
    expect(foundLinesPen(false)('a', [line(1, 'xx', { cut: true })])).toBe('a:1:xx …\n');
  });
});

describe('plainLines', () => {
  it('writes lines as they are', () => {
    expect(plainLines([line(1, 'a\tb'), line(2, '\u0000', { cut: true })])).toBe('a\tb\n\\u{0} …\n');
  });
});

describe('jsonRows', () => {
  it('is an array, empty or not', () => {
    expect(jsonRows().end()).toBe('[]\n');
    const rows = jsonRows();
    const text = rows.row({ a: '\u001b' }) + rows.row({ b: 2 }) + rows.end();
    expect(text).toBe('[\n{"a":"\\u001b"},\n{"b":2}\n]\n');
  });

  it('leaves out what does not hold', () => {
    const found = line(3, 'text', { ranges: [[0, 4]] });
    expect(foundLineData('a', found)).toEqual({ entry: 'a', line: 3, text: 'text', ranges: [[0, 4]] });
    expect(foundLineData('a', { ...found, cut: true, context: true })).toMatchObject({
      cut: true,
      context: true,
    });
  });
});
