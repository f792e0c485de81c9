import type { Evidence, Finding } from '../../engine/api/index.ts';
import { visibleLine } from '../escape.ts';
import type { Absence } from '../parts/passages.ts';

/** Addresses are relative to the bundle, wherever it lies. */
export const BASE_ID = 'BUNDLE';

export type PlaceEvidence = Exclude<Evidence, Absence>;

export function bundleLocation(name: string): object {
  return { uri: uriOf(name) };
}

/** A file and its lines; what lies in a nested archive names each archive on the way too. */
export function locationOf(evidence: PlaceEvidence): object {
  const { entry } = evidence;
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(entry), uriBaseId: BASE_ID },
      ...regions(evidence),
    },
    ...(isNested(entry) ? { logicalLocations: [{ fullyQualifiedName: entry }] } : {}),
  };
}

/** Archives inside the bundle, and their members that findings cite: each knows in which it lies. */
export function logicalLocations(findings: readonly Finding[]): readonly object[] {
  const entries = findings.flatMap(({ evidence }) =>
    evidence.flatMap((one) => ('entry' in one ? [one.entry] : [])),
  );
  const found = new Map<string, { readonly name: string; readonly parent: string }>();
  for (const entry of entries.filter(isNested)) {
    let parent = '';
    for (const part of partsOf(entry)) {
      const whole = parent === '' ? part : `${parent}!${part}`;
      if (!found.has(whole)) found.set(whole, { name: part.replace(/^[/#]/u, ''), parent });
      parent = whole;
    }
  }
  const names = [...found.keys()];
  return [...found].map(([fullyQualifiedName, { name, parent }]) => ({
    name,
    fullyQualifiedName,
    kind: 'resource',
    ...(parent === '' ? {} : { parentIndex: names.indexOf(parent) }),
  }));
}

function regions({ line, endLine = line, excerpt, excerptFirstLine: first }: PlaceEvidence): object {
  if (line === undefined || endLine === undefined) return {};
  const lines = excerpt?.split('\n');
  if (!lines || first === undefined) return { region: { startLine: line, endLine } };
  const cited = lines.slice(line - first, endLine - first + 1).join('\n');
  return {
    region: { startLine: line, endLine, snippet: { text: cited } },
    contextRegion: { startLine: first, endLine: first + lines.length - 1, snippet: { text: excerpt } },
  };
}

function isNested(entry: string): boolean {
  return partsOf(entry).length > 1;
}

/** Cut where an archive ends and its member begins; a doubled mark is part of a name. */
function partsOf(entry: string): readonly string[] {
  return entry.split(/(?<!!)!(?=[/#])/u);
}

/** As a reference of RFC 3986: names may hold anything. */
function uriOf(entry: string): string {
  const parts = visibleLine(entry).split('/').map(encodeURIComponent);
  // A first part with a colon would be a scheme, and two slashes a host.
  return parts.join('/').replace(/^\/+/u, '');
}
