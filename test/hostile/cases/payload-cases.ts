import { gzipSync } from 'node:zlib';

import { tarEntry, tarFile } from '../../harness/tar-blocks.ts';
import {
  HEALTH,
  linesOf,
  withDefaults,
  type CaseMaker,
  type Expected,
  type HostileCase,
} from '../hostile-case.ts';

const MIB = 1024 * 1024;

/** Contents that break parsers: where JSON, XML and lines are read. */
export const payloadCases: CaseMaker = (random) => {
  const after = linesOf(random, 10);
  const both = { 'health.txt': HEALTH, 'after.txt': after };
  const between = (
    name: string,
    path: string,
    content: () => string | Uint8Array,
    expected: Expected = {},
  ): HostileCase =>
    withDefaults(
      {
        name: `payload/${name}`,
        file: `${name}.tar.gz`,
        bytes: () =>
          gzipSync(
            tarFile(
              tarEntry({ name: 'health.txt' }, HEALTH),
              tarEntry({ name: path }, content()),
              tarEntry({ name: 'after.txt' }, after),
            ),
            { level: 1 },
          ),
        good: both,
      },
      expected,
    );
  const json = (name: string, content: () => string, expected: Expected = {}): HostileCase =>
    between(`json-${name}`, 'mdatp_managed.json', content, expected);
  const xml = (name: string, content: () => string, expected: Expected = {}): HostileCase =>
    between(`xml-${name}`, 'mde.xml', content, expected);
  const malformed = { problems: ['malformed-file'] } as const;

  return [
    json('deep', () => '['.repeat(100_000), malformed),
    json('deep-and-closed', () => '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000), malformed),
    json('of-a-hundred-megabytes', () => `{"a":"${'x'.repeat(100 * MIB)}"}`, {
      problems: ['limit-line-bytes', 'malformed-file', 'text-cut'],
    }),
    json('prototype', () => '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
    json('with-a-byte-order-mark', () => '\ufeff{"antivirusEngine":{}}'),
    json('numbers-beyond-all', () => `{"a":1e999,"b":${'9'.repeat(10_000)}}`),
    json('cut', () => '{"antivirusEngine":{"enforcementLevel":"real_ti', malformed),
    json('lone-surrogates', () => '{"\\ud800":"\\udfff"}'),
    xml('entity-bomb', () => bomb()),
    xml(
      'external-entity',
      () => '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/shadow">]><mdatp>&x;</mdatp>',
      malformed,
    ),
    xml('external-over-the-net', () => '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd"><mdatp/>'),
    xml('deep', () => '<a>'.repeat(200_000), malformed),
    xml(
      'attributes-of-a-hundred-thousand',
      () => `<a ${Array.from({ length: 100_000 }, (_, at) => `b${at}="1"`).join(' ')}/>`,
      malformed,
    ),
    xml('text-of-thirty-megabytes', () => `<mdatp>${'x'.repeat(30 * MIB)}</mdatp>`, malformed),
    xml('prototype', () => '<mdatp><__proto__><polluted>1</polluted></__proto__></mdatp>', malformed),
    xml('less-than-signs', () => '<'.repeat(200_000), malformed),
    between('line-of-64-megabytes', 'var/log/messages', () => Buffer.alloc(64 * MIB, 'x'), {
      problems: ['limit-line-bytes'],
    }),
    between('zeros-of-a-crash-in-a-log', 'var/log/messages', () =>
      Buffer.concat([Buffer.alloc(MIB), Buffer.from('Jan 15 12:00:00 db-01 x: y\n')]),
    ),
    between('a-million-empty-lines', 'var/log/messages', () => '\n'.repeat(1_000_000)),
    between('carriage-returns-alone', 'var/log/messages', () => 'Jan 15 12:00:00 db-01 x: y\r'.repeat(1000)),
    between('utf-16', 'var/log/messages', () =>
      Buffer.from(`\ufeff${'Jan 15 12:00:00 db-01 x: y\n'.repeat(100)}`, 'utf16le'),
    ),
    between('utf-16-odd-length', 'var/log/messages', () =>
      Buffer.concat([Buffer.from('\ufeffab', 'utf16le'), Buffer.from('c')]),
    ),
    between('colours-and-terminal-sequences', 'var/log/messages', () =>
      '\u001b]52;c;aGk=\u0007\u001b[31mred\u001b[0m\u009b2J\n'.repeat(50),
    ),
    between(
      'sections-without-end',
      'basic-environment.txt',
      () => `#==[ Command ]==#\n# /bin/x\n${'#==[ Command ]==#\n'.repeat(5000)}`,
    ),
    between('empty', 'var/log/messages', () => ''),
  ];
};

function bomb(): string {
  const levels = 'bcdefghij'.split('').map((name, at) => {
    const before = at === 0 ? 'lol' : `&${'bcdefghij'[at - 1]};`;
    return `<!ENTITY ${name} "${before.repeat(10)}">`;
  });
  return `<!DOCTYPE mdatp [${levels.join('')}]><mdatp>&j;</mdatp>`;
}
