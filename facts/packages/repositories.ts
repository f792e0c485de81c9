import { textsFact, UnreadableError, type Located, type TextEntry } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { aptList, aptStanzas } from './apt-sources.ts';
import { microsoftRepository, type MicrosoftRepository } from './microsoft-repository.ts';
import { repoFile } from './repo-file.ts';
import type { Repository } from './repository.ts';

export type { MicrosoftRepository } from './microsoft-repository.ts';
export type { Repository } from './repository.ts';

export interface Repositories {
  readonly repositories: readonly Located<Repository>[];
  /** Those of them that serve the agent. */
  readonly microsoft: readonly Located<MicrosoftRepository>[];
}

const row = {
  id: { type: 'string', describes: 'Name' },
  url: { type: 'string', describes: 'Address' },
  suite: { type: 'string', describes: 'Release that apt asks for' },
  enabled: { type: 'boolean', describes: 'Whether it is in use' },
} as const;

/** Where the host gets its packages from: the files of yum, dnf, zypper and apt. */
export const repositories = textsFact<Repositories>({
  name: 'packages.repositories',
  describes: 'Sources of packages that the host knows',
  collect: {
    title: 'repositories',
    command: 'tar -czf repositories.tar.gz /etc/yum.repos.d /etc/zypp/repos.d /etc/apt/sources.list*',
  },
  fields: {
    repositories: { type: 'rows', describes: 'Sources of packages, file by file', row },
    microsoft: {
      type: 'rows',
      describes: 'Sources that serve the agent',
      row: {
        ...row,
        ring: {
          type: 'string',
          describes: 'Channel of releases',
          oneOf: ['prod', 'insiders-fast', 'insiders-slow'],
        },
        distribution: { type: 'string', describes: 'Distribution that it is made for' },
        release: { type: 'version', describes: 'Release that it is made for' },
      },
    },
  },
  view: { kind: 'table', title: 'Sources of packages', rows: 'repositories' },
  from: {
    sosreport: [
      'etc/yum.repos.d/*.repo',
      'etc/zypp/repos.d/*.repo',
      'etc/apt/sources.list',
      'etc/apt/sources.list.d/*.list',
      'etc/apt/sources.list.d/*.sources',
    ],
    supportconfig: ['*.txt!#/etc/zypp/repos.d/*.repo'],
    plain: [
      'etc/yum.repos.d/*.repo',
      'etc/zypp/repos.d/*.repo',
      'etc/apt/sources.list',
      'etc/apt/sources.list.d/*.list',
      'etc/apt/sources.list.d/*.sources',
      '*.repo',
      '*.sources',
      'sources.list',
      'microsoft-prod.list',
    ],
  },
  parse(entries): Repositories {
    const all = entries.flatMap(repositoriesOf);
    if (all.length === 0 && !entries.some(isEmptyList)) {
      for (const entry of entries) refuseFailedCommand(entry);
      throw new UnreadableError('no file names a source of packages');
    }
    const microsoft = all.flatMap(({ value, at }) => {
      const found = microsoftRepository(value);
      return found ? [{ value: found, at }] : [];
    });
    return { repositories: all, microsoft };
  },
});

function repositoriesOf(entry: TextEntry): readonly Located<Repository>[] {
  const path = entry.path.toLowerCase();
  if (path.endsWith('.repo')) return repoFile(entry.lines());
  return path.endsWith('.sources') ? aptStanzas(entry.lines()) : aptList(entry.lines());
}

/** A file of which nothing but comments is left, as releases leave behind that moved their sources elsewhere. */
function isEmptyList(entry: TextEntry): boolean {
  const lines = entry.lines().filter(({ text }) => text.trim() !== '');
  return lines.length > 0 && lines.every(({ text }) => text.trim().startsWith('#'));
}
