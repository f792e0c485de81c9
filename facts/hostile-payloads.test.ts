import { describe, expect, it } from 'vitest';

import { fileOf, parseFact } from '../test/harness/parse-fact.ts';
import { readJson } from './json-lines.ts';
import { analyzerXml, readAnalyzerXml } from './mdatp/analyzer-xml.ts';

const DEEP = 100_000;

describe('readJson, of hostile input', () => {
  it.each([
    ['lists in lists', '['.repeat(DEEP) + ']'.repeat(DEEP), 'values are nested more than 200 deep'],
    ['objects in objects', '{"a":'.repeat(DEEP), 'values are nested more than 200 deep'],
    ['more than is read', `[${'1,'.repeat(5_000_000)}1]`, 'the text is too long'],
    [
      'a string of escapes without end',
      `"${'\\"'.repeat(1_000_000)}`,
      'a string has no closing quote on its line',
    ],
  ])('stops at %s', (_name, text, detail) => {
    expect(readJson(fileOf('a.json', text).lines()).error?.detail).toBe(detail);
  });

  it('takes names of prototypes as any other key', () => {
    const { root } = readJson(fileOf('a.json', '{"__proto__":{"polluted":true}}').lines());
    expect(root).toMatchObject({
      members: [{ key: '__proto__', value: { members: [{ key: 'polluted' }] } }],
    });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

/** What the parser says of a text that it cannot use. */
function refusal(text: string): string {
  try {
    parseFact(analyzerXml, text);
    return 'read';
  } catch (error) {
    return (error as Error).message.slice(0, 70);
  }
}

describe('the summary of the client analyzer, of hostile input', () => {
  it.each([
    ['elements in elements', `<mdatp>${'<a>'.repeat(DEEP)}`, 'file is no XML: Maximum nested tags exceeded'],
    [
      'an entity of another file',
      '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><mdatp>&x;</mdatp>',
      'file is no XML: External entities are not supported',
    ],
    ['a comment without end', `<mdatp>${'<!--'.repeat(DEEP)}`, 'file is no XML: Comment is not closed.'],
  ])('is unreadable where it holds %s', (_name, text, detail) => {
    expect(refusal(text)).toBe(detail);
  });

  it.each([`<mdatp>${'<'.repeat(DEEP)}`, '<a>'.repeat(50)])(
    'quotes little of what the parser names',
    (text) => {
      const details: string[] = [];
      try {
        readAnalyzerXml(fileOf('mde.xml', text), ({ detail }) => void details.push(detail));
      } catch (error) {
        details.push((error as Error).message);
      }
      expect(Math.max(...details.map(({ length }) => length))).toBeLessThan(300);
    },
  );

  it('leaves entities as they are written, however often they name each other', () => {
    const names = 'abcdefghij'.split('');
    const entities = names.map((name, index) => {
      const before = names[index - 1];
      return `<!ENTITY ${name} "${before === undefined ? 'x'.repeat(1000) : `&${before};`.repeat(10)}">`;
    });
    const version = '<general><script_version>&j;</script_version></general>';
    const { value } = parseFact(analyzerXml, `<!DOCTYPE l [${entities.join('')}]><mdatp>${version}</mdatp>`);
    expect(value.scriptVersion?.value).toBe('&j;');
  });
});
