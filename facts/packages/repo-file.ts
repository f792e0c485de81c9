import type { Line, Located } from '../../engine/api/index.ts';
import type { Repository } from './repository.ts';

// [packages-microsoft-com-prod]
const SECTION = /^\[(?<id>[^\]]+)\]\s*$/u;
// baseurl=https://repo.example/el9/
const SETTING = /^(?<key>[A-Za-z_]+)\s*[=:]\s*(?<value>.*)$/u;

/**
 * The repositories of a file of yum, dnf or zypper, each where its section begins:
 *
 *   [packages-microsoft-com-prod]
 *   baseurl=https://packages.microsoft.com/rhel/9/prod/
 *   enabled=1
 */
export function repoFile(lines: readonly Line[]): readonly Located<Repository>[] {
  const sections: { id: string; at: Line['at']; settings: Map<string, string> }[] = [];
  for (const { text, at } of lines) {
    const line = text.trim();
    const id = SECTION.exec(line)?.groups?.['id'];
    if (id !== undefined) sections.push({ id, at, settings: new Map() });
    const { key, value = '' } = SETTING.exec(line)?.groups ?? {};
    if (key !== undefined) sections.at(-1)?.settings.set(key.toLowerCase(), value.trim());
  }
  return sections
    .filter(({ id }) => id !== 'main')
    .map(({ id, at, settings }) => ({ value: repository(id, settings), at }));
}

function repository(id: string, settings: ReadonlyMap<string, string>): Repository {
  const url = settings.get('baseurl') ?? settings.get('mirrorlist') ?? settings.get('metalink') ?? '';
  const enabled = settings.get('enabled')?.toLowerCase() ?? '1';
  return {
    id,
    url: url.split(/[\s,]+/u)[0] ?? '',
    suite: '',
    enabled: !['0', 'false', 'no'].includes(enabled),
  };
}
