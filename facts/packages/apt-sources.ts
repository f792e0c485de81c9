import type { Line, Located } from '../../engine/api/index.ts';
import type { Repository } from './repository.ts';

// deb [arch=amd64 signed-by=/usr/share/keyrings/x.gpg] https://repo.example/ubuntu jammy main
const ONE_LINE = /^(?<off>#\s*)?deb\s+(?:\[[^\]]*\]\s+)?(?<url>[a-z]+:\S+)\s+(?<suite>\S+)(?:\s|$)/u;

/** The repositories of a `.list`; one that is commented out is not enabled. */
export function aptList(lines: readonly Line[]): readonly Located<Repository>[] {
  return lines.flatMap(({ text, at }) => {
    const { off, url, suite } = ONE_LINE.exec(text.trim())?.groups ?? {};
    if (url === undefined || suite === undefined) return [];
    return [{ value: { id: '', url, suite, enabled: off === undefined }, at }];
  });
}

// URIs: https://repo.example/ubuntu
const FIELD = /^(?<key>[A-Za-z-]+):\s*(?<value>.*)$/u;

interface Stanza {
  readonly fields: Map<string, string>;
  at?: Line['at'];
}

/**
 * The repositories of a `.sources`, each where its address stands:
 *
 *   Types: deb
 *   URIs: https://packages.microsoft.com/ubuntu/24.04/prod
 *   Suites: noble
 */
export function aptStanzas(lines: readonly Line[]): readonly Located<Repository>[] {
  const stanzas: Stanza[] = [];
  let open: Stanza | undefined;
  for (const { text, at } of lines) {
    if (text.trim() === '') open = undefined;
    const { key, value = '' } = FIELD.exec(text)?.groups ?? {};
    if (key === undefined) continue;
    if (!open) stanzas.push((open = { fields: new Map() }));
    open.fields.set(key.toLowerCase(), value.trim());
    if (key.toLowerCase() === 'uris') open.at = at;
  }
  return stanzas.flatMap(repositoriesOf);
}

function repositoriesOf({ fields, at }: Stanza): readonly Located<Repository>[] {
  const types = (fields.get('types') ?? 'deb').split(/\s+/u);
  if (!at || !types.includes('deb')) return [];
  const enabled = fields.get('enabled')?.toLowerCase() !== 'no';
  const urls = (fields.get('uris') ?? '').split(/\s+/u);
  const suites = (fields.get('suites') ?? '').split(/\s+/u);
  return urls.flatMap((url) => suites.map((suite) => ({ value: { id: '', url, suite, enabled }, at })));
}
