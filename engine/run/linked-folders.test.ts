import { describe, expect, it } from 'vitest';

import { smallDomain } from '../../test/harness/small-domain.ts';
import { tarEntry, tarFile, tarHeader } from '../../test/harness/tar-blocks.ts';
import { temporaryFolder } from '../../test/harness/temporary-folder.ts';
import { textFact, type Domain } from '../api/index.ts';
import { answerSources } from './answer.ts';

const domain: Domain = {
  ...smallDomain(),
  facts: [
    textFact({
      name: 'test.unit',
      describes: 'A unit',
      from: { plain: 'lib/systemd/a.service' },
      parse: ({ text }) => text,
    }),
    // What makes a bundle of it, wherever the unit is.
    textFact({
      name: 'test.hosts',
      describes: 'Hosts',
      from: { plain: 'etc/hosts' },
      parse: ({ path }) => path,
    }),
  ],
};
const folder = temporaryFolder();
const link = (name: string, target: string): Buffer => tarHeader({ name, type: '2', link: target });
const unit = tarEntry({ name: 'opt/parts/systemd/a.service' }, 'unit');

async function valueIn(name: string, ...parts: readonly Buffer[]): Promise<readonly unknown[]> {
  const path = folder.write(name, tarFile(tarEntry({ name: 'etc/hosts' }, 'x'), ...parts));
  const request = { command: 'facts', profile: 'auto', only: [], skip: [] } as const;
  const { facts = [] } = await answerSources([{ kind: 'path', path }], request, domain);
  return facts.filter(({ name: of }) => of === 'test.unit').map(({ value, entries }) => [value, ...entries]);
}

describe('a place behind a link that stands for a folder', () => {
  it.each([
    ['relative', 'opt/parts'],
    ['absolute', '/opt/parts'],
  ])('is found, whichever comes first: %s', async (kind, target) => {
    const expected = [['unit', 'opt/parts/systemd/a.service']];
    expect(await valueIn(`${kind}-1.tar`, link('lib', target), unit)).toEqual(expected);
    expect(await valueIn(`${kind}-2.tar`, unit, link('lib', target))).toEqual(expected);
  });

  it('is found behind links to links, and where the folder in the middle is one', async () => {
    const expected = [['unit', 'opt/parts/systemd/a.service']];
    expect(await valueIn('two.tar', link('lib', 'lib64'), link('lib64', 'opt/parts'), unit)).toEqual(
      expected,
    );
    expect(await valueIn('middle.tar', link('lib/systemd', '../opt/parts/systemd'), unit)).toEqual(expected);
  });

  it.each([
    ['outside', link('lib', '../../lib')],
    ['in a circle', link('lib', 'lib')],
    ['above the link', link('opt/parts/lib', '..')],
  ])('is not looked for %s', async (where, leading) => {
    expect(await valueIn(`${where}.tar`, leading, unit)).toEqual([[undefined]]);
  });
});
