import { describe, expect, it } from 'vitest';
import { fileOf } from '../test/harness/parse-fact.ts';
import { jsonText, memberAt, readJson, stringAt, type JsonText } from './json-lines.ts';

const read = (text: string, trailing = false): JsonText =>
  readJson(fileOf('file', text).lines(), { trailing });

describe('JSON with lines', () => {
  it('gives the line of each key', () => {
    const { root, error } = read('{\n  "a": {\n    "b": "x"\n  }\n}\n');
    expect(error).toBeUndefined();
    expect(stringAt(root, 'a', 'b')).toEqual({ value: 'x', at: { entry: 'file', line: 3 } });
  });

  it('keeps a key that is written twice and reads the last', () => {
    const { root } = read('{"a": 1,\n"a": 2}');
    expect(root?.kind === 'object' && root.members.map(({ key }) => key)).toEqual(['a', 'a']);
    expect(memberAt(root, 'a')).toMatchObject({ at: { line: 2 }, value: { value: 2 } });
  });

  it('reads every kind of value', () => {
    const { root } = read(String.raw`[true, false, null, -1.5e3, "\u00e9\"\\", {}, []]`);
    expect(root && jsonText(root)).toBe(String.raw`[true,false,null,-1500,"é\"\\",{},[]]`);
  });

  it('goes on behind a comma too many', () => {
    const { root, error } = read('{\n"a": 1,\n}');
    expect(memberAt(root, 'a')?.value).toMatchObject({ value: 1 });
    expect(error).toEqual({
      detail: 'a key in double quotes is expected behind the comma',
      at: { entry: 'file', line: 3 },
      column: 1,
    });
  });

  it('goes on behind a missing comma', () => {
    const { root, error } = read('{"a": 1\n  "b": "x"}');
    expect(stringAt(root, 'b')?.value).toBe('x');
    expect(error).toMatchObject({ detail: 'a comma is missing before "', at: { line: 2 }, column: 3 });
  });

  it('keeps what was read before the text ends', () => {
    const { root, error } = read('{"a": "x", "b": [1, 2');
    expect(stringAt(root, 'a')?.value).toBe('x');
    expect(error?.detail).toBe('the text ends before the closing ]');
  });

  it('minds text behind the value unless it is allowed', () => {
    expect(read('{} x').error?.column).toBe(4);
    expect(read('{} x', true).error).toBeUndefined();
  });

  it('ends where values are nested too deep', () => {
    expect(read('['.repeat(100_000)).error?.detail).toBe('values are nested more than 200 deep');
  });

  it('finds an unclosed string on its own line', () => {
    expect(read('{"a": "x\n}\n"').error).toMatchObject({ at: { line: 1 }, column: 7 });
  });

  it('takes __proto__ for a key like any other', () => {
    expect(stringAt(read('{"__proto__": "x"}').root, '__proto__')?.value).toBe('x');
  });
});
