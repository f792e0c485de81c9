import { describe, expect, it } from 'vitest';

import { mistakesIn, ruleText } from './rule-for-test.ts';

const withRule = (changes: Readonly<Record<string, string>>): readonly string[] =>
  mistakesIn(ruleText(changes));
const when = (condition: string): readonly string[] => withRule({ when: condition });

describe('a mistake in the YAML', () => {
  it('is shown at its line', () => {
    expect(mistakesIn('schema: 1\nid: [demo/agent\ntitle: x\n')).toEqual([
      '3:1 not YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ]);
  });

  it('may be a key that stands twice', () => {
    expect(mistakesIn(`${ruleText()}title: Another\n`)).toEqual(["13:1 the key 'title' stands here twice"]);
  });

  it.each([
    ['an anchor', 'a: &x 1\n', '1:7 found the anchor &x; write the value out where it is used'],
    ['a tag', 'a: !!js 1\n', '1:9 found the tag tag:yaml.org,2002:js; tags are not read'],
    ['an own tag', 'a:\n  - !run x\n', '2:10 found the tag !run; tags are not read'],
  ])('may be %s', (_, source, mistake) => {
    expect(mistakesIn(source)).toContain(mistake);
  });

  it('may be aliases that multiply; they are refused before they are followed', () => {
    const bomb = Array.from({ length: 30 }, (_, index) => {
      const before = index === 0 ? 'x' : `[*a${index - 1}, *a${index - 1}]`;
      return `a${index}: &a${index} ${before}`;
    }).join('\n');
    const mistakes = mistakesIn(bomb);
    expect(mistakes).toContain('2:10 found the alias *a0; write the value out instead');
    expect(mistakes.every((one) => one.includes('alias') || one.includes('anchor'))).toBe(true);
  });

  it('may be a file too large for a rule', () => {
    expect(mistakesIn(`# ${'é'.repeat(131_072)}`)).toEqual([
      '1:1 the file has 262146 bytes; it may have at most 262144',
    ]);
  });

  it.each([
    ['in brackets', '['.repeat(100_000)],
    ['in dashes', `a: \n${'- '.repeat(100_000)}`],
    ['in closed brackets', `a: ${'['.repeat(500)}${']'.repeat(500)}`],
  ])('may be nesting without end %s', (_, source) => {
    expect(mistakesIn(source)).toContain('1:1 the file nests deeper than 100 levels');
  });

  it('is one of a hundred at most', () => {
    expect(mistakesIn('"'.repeat(10_000))).toHaveLength(100);
  });

  it('may be that there is no rule', () => {
    expect(mistakesIn('')).toEqual(['1:1 expected a mapping, found nothing']);
    expect(mistakesIn('- a')).toEqual(['1:1 expected a mapping, found a list']);
  });
});

describe('a mistake in the shape', () => {
  it('may be a mistyped key', () => {
    expect(mistakesIn(ruleText().replace('severity:', 'severty:'))).toEqual([
      "5:1 there is no key 'severty' here; did you mean 'severity'?",
    ]);
  });

  it('may be a key that is like no other', () => {
    expect(withRule({ remediation: '{ steps: [Wait.], links: [], xyz: 1 }' })).toEqual([
      "10:43 there is no key 'xyz' here; expected steps, commands, links",
    ]);
  });

  it('may be a missing key', () => {
    expect(mistakesIn(ruleText().replace('title: Agent not well\n', ''))).toEqual([
      "1:1 the key 'title' is missing",
    ]);
  });

  it.each([
    ['title', 'x'.repeat(61), '3:8 title has 61 characters, at most 60 are allowed'],
    ['title', '[a]', '3:8 expected a text, found a list'],
    ['title', '5', '3:8 expected a text, found 5'],
    ['schema', '2', '1:9 found 2, expected 1'],
    [
      'severity',
      'hihg',
      "5:11 found 'hihg', expected one of critical, high, medium, low, info; did you mean 'high'?",
    ],
    [
      'id',
      'Agent',
      "2:5 found 'Agent', expected an id of the form area/noun in small letters, digits and hyphens",
    ],
    ['evidence', '[]', '9:11 evidence is empty'],
    [
      'remediation',
      '{ steps: [Wait.], links: [{ label: x, href: "http://docs.example/x" }] }',
      "10:58 found 'http://docs.example/x', expected an address that begins with https://",
    ],
  ])('may be %s: %s', (key, value, mistake) => {
    expect(withRule({ [key]: value })).toEqual([mistake]);
  });

  it.each([
    [
      '{ feild: demo.agent.mode, is: { equals: active } }',
      "7:9 there is no key 'feild' here; did you mean 'field'?",
    ],
    [
      '{ field: demo.agent.mode, is: { equal: active } }',
      "7:39 there is no key 'equal' here; did you mean 'equals'?",
    ],
    ['{ field: demo.agent.mode, is: {} }', '7:37 the test is empty; expected an operator'],
    ['{ field: demo.agent.mode }', "7:7 the key 'is' is missing"],
    [
      '{ not: { equals: active } }',
      "7:16 found the key 'equals', expected a condition: all, any, not, field with is, or each with where",
    ],
    [
      'passive',
      "7:7 expected a condition: all, any, not, field with is, or each with where, found 'passive'",
    ],
    [
      '{ field: demo.agent.mode, is: { equals: [a] } }',
      '7:47 expected a text or a number or true or false, found a list',
    ],
    ['{ field: demo.agent.version, is: { versionBelow: 101 } }', '7:56 expected a text, found 101'],
  ])('may be the condition %s', (condition, mistake) => {
    expect(when(condition)).toEqual([mistake]);
  });
});

describe('a mistake in the names', () => {
  it.each([
    ['demo.agnet.mode', "7:16 there is no fact 'demo.agnet'; did you mean 'demo.agent'?"],
    ['other.thing.mode', "7:16 there is no fact 'other.thing'"],
    ['mode', "7:16 found 'mode', expected fact.field"],
    ['demo.agent.hea1thy', "7:16 demo.agent has no field 'hea1thy'; did you mean 'healthy'?"],
    [
      'demo.agent.__proto__',
      "7:16 demo.agent has no field '__proto__'; it has healthy, mode, owner, age, version, expires, tags",
    ],
  ])('may be the field %s', (ref, mistake) => {
    expect(when(`{ field: ${ref}, is: { exists: true } }`)).toEqual([mistake]);
  });

  it('may be a column', () => {
    expect(
      when('{ each: demo.disks.mounts, where: { not: { column: tpye, is: { exists: true } } } }'),
    ).toEqual(["7:58 demo.disks.mounts has no column 'tpye'; did you mean 'type'?"]);
  });

  it('may be in the message, the evidence, the optional facts, and is shown with the others', () => {
    expect(
      withRule({
        message: '"{demo.agent.mood}"',
        evidence: '[demo.agent.healthy, each]',
        optionalFacts: '[demo.disks, demo.discs]',
      }),
    ).toEqual([
      "8:10 demo.agent has no field 'mood'; did you mean 'mode'?",
      "9:32 found 'each', yet when has no each",
      '13:17 the rule names no field of demo.disks',
      "13:29 there is no fact 'demo.discs'; did you mean 'demo.disks'?",
    ]);
  });

  it('may be a column of each in a rule without each', () => {
    expect(withRule({ message: '"{each.target}"' })).toEqual([
      "8:10 found 'each.target', yet when has no each",
    ]);
  });
});

describe('a mistake in the types', () => {
  it.each([
    [
      'healthy',
      'equals: "false"',
      "7:50 demo.agent.healthy is a boolean; found the text 'false', expected true or false without quotes",
    ],
    [
      'owner',
      'equals: 7',
      '7:48 demo.agent.owner is a string; found the number 7, expected a text (in quotes where it looks like a number or a truth value)',
    ],
    [
      'version',
      'equals: 1.1',
      '7:50 demo.agent.version is a version; found the number 1.1, expected a version in quotes',
    ],
    [
      'owner',
      'below: 3',
      '7:40 below does not fit demo.agent.owner, which is a string; expected equals, notEquals, oneOf, contains, exists',
    ],
    [
      'mode',
      'oneOf: [active, pasive]',
      "7:55 demo.agent.mode is never 'pasive', its values are active, passive; did you mean 'passive'?",
    ],
    [
      'tags',
      'equals: a',
      '7:39 equals does not fit demo.agent.tags, which is a list; expected contains, exists',
    ],
    [
      'age',
      'oneOf: [1, two]',
      "7:49 demo.agent.age is a number; found the text 'two', expected a number without quotes",
    ],
  ])('%s is { %s }', (field, is, mistake) => {
    expect(when(`{ field: demo.agent.${field}, is: { ${is} } }`)).toEqual([mistake]);
  });

  it('may be a table where a field is expected, and a field where a table is', () => {
    expect(when('{ field: demo.disks.mounts, is: { exists: true } }')).toEqual([
      '7:7 demo.disks.mounts is a table; expected each: demo.disks.mounts with where',
    ]);
    expect(when('{ each: demo.agent.mode, where: { column: a, is: { exists: true } } }')).toEqual([
      '7:15 demo.agent.mode is a string; each needs a table, expected field with is',
    ]);
  });
});

describe('a mistake in what goes together', () => {
  const each = '{ each: demo.disks.mounts, where: { column: type, is: { equals: nfs } } }';

  it.each([`{ any: [${each}] }`, `{ not: ${each} }`, `{ all: [{ all: [${each}] }] }`])(
    'may be each where no finding can come from: %s',
    (condition) => {
      expect(when(condition)).toEqual([
        expect.stringContaining('each stands once, at the top of when or in the all at its top'),
      ]);
    },
  );

  it('may be a second each', () => {
    expect(when(`{ all: [${each}, ${each}] }`)).toEqual([
      '7:92 each stands once, at the top of when or in the all at its top',
    ]);
  });

  it('may be a rule that explains or replaces itself', () => {
    expect(withRule({ because: '[{ of: demo/agent }]', supersedes: '[demo/agent]' })).toEqual([
      '13:17 demo/agent is this rule; expected another',
      '14:14 demo/agent is this rule; expected another',
    ]);
  });

  it('may be tests that show no fault, or places without one', () => {
    expect(withRule({ tests: '[{ name: fine, files: {}, status: clean, at: ["a:1"] }]' })).toEqual([
      '12:1 no test has status found; one must show the fault',
      "12:9 a test with status clean has neither 'at' nor 'text'",
    ]);
    expect(withRule({ tests: '[{ name: bad, files: {}, status: found }]' })).toEqual([
      "12:9 a test with status found needs 'at'",
    ]);
  });
});
