import { describe, expect, it } from 'vitest';
import { deriveFact } from '../../test/harness/derive-fact.ts';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { exclusionList, type Exclusion, type ExclusionList } from './exclusion-list.ts';
import { exclusions, type Exclusions } from './exclusions.ts';
import { managedConfig } from './managed-config.ts';

const list = (text: string): ExclusionList => parseFact<ExclusionList>(exclusionList, text).value;
const values = (text: string): readonly Exclusion[] => list(text).exclusions.map(({ value }) => value);

function derive(texts: { readonly cli?: string; readonly managed?: string }): Exclusions {
  const { plan } = exclusions;
  if (plan.kind !== 'derived') throw new Error('no derived fact');
  const facts = {
    list: texts.cli === undefined ? undefined : list(texts.cli),
    managed: texts.managed === undefined ? undefined : deriveFact(managedConfig, { file: texts.managed }),
  };
  return plan.derive(facts, () => undefined);
}

describe('mdatp.exclusion-list', () => {
  it('reads entries with their scopes', () => {
    expect(
      list(
        '=====\nExcluded process\nProcess name: postgres\nScope: ["epp","global"]\n---\nExcluded folder\nPath: "/srv/db/"\n=====\n',
      ).exclusions,
    ).toEqual([
      {
        value: { kind: 'process', value: 'postgres', scope: 'epp,global', source: 'cli' },
        at: { entry: 'file', line: 3 },
      },
      {
        value: { kind: 'folder', value: '/srv/db/', scope: '', source: 'cli' },
        at: { entry: 'file', line: 7 },
      },
    ]);
  });

  it('reads extensions and files', () => {
    expect(values('Excluded extension\nExtension: ".log"\n---\nExcluded file\nPath: "/srv/a.db"\n')).toEqual([
      { kind: 'extension', value: '.log', scope: '', source: 'cli' },
      { kind: 'file', value: '/srv/a.db', scope: '', source: 'cli' },
    ]);
  });

  it('reads JSON', () => {
    expect(
      values('[{"$type":"excludedPath","isDirectory":true,"path":"/srv/db","scopes":["global"]}]'),
    ).toEqual([{ kind: 'folder', value: '/srv/db', scope: 'global', source: 'cli' }]);
  });

  it('is empty where nothing is excluded', () => {
    expect(values('=====\nNo exclusions\n=====\n')).toEqual([]);
  });

  it('refuses another text', () => {
    expect(() => list('hello\n')).toThrow('lists no exclusions');
    expect(() => list('Could not connect to the daemon\n')).toThrow('Could not connect');
  });
});

describe('mdatp.exclusions', () => {
  it('joins those of the command and those of the managed settings', () => {
    const managed =
      '{"antivirusEngine": {"exclusions": [{"$type":"excludedFileName","name":"java"}]},\n"exclusionSettings": {"exclusions": [\n{"$type":"excludedFileExtension","extension":"log","scopes":["epp"]}]}}';
    expect(derive({ cli: 'Excluded folder\nPath: "/srv"\n', managed }).exclusions).toEqual([
      { value: { kind: 'folder', value: '/srv', scope: '', source: 'cli' }, at: { entry: 'file', line: 2 } },
      {
        value: { kind: 'process', value: 'java', scope: '', source: 'managed' },
        at: { entry: 'file', line: 1 },
      },
      {
        value: { kind: 'extension', value: 'log', scope: 'epp', source: 'managed' },
        at: { entry: 'file', line: 3 },
      },
    ]);
  });

  it('is not collected where neither is there', () => {
    expect(() => derive({})).toThrow('neither a list');
  });
});
