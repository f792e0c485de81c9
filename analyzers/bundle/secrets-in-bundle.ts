import {
  cannotTell,
  citeAll,
  defineAnalyzer,
  optional,
  type FindingDraft,
  type Place,
} from '../../engine/api/index.ts';
import { onboardingFiles } from '../../facts/bundle/onboarding-files.ts';
import type { SecretKind } from '../../facts/bundle/secret-text.ts';
import { secrets, type Secrets } from '../../facts/bundle/secrets.ts';
import { links } from '../links.ts';

const MESSAGES = {
  credentials: 'Addresses with a user and a password stand in {files}',
  password: 'Passwords stand in {files}',
  hash: 'Hashes of passwords stand in {files}',
  key: 'Private keys stand in {files}',
  onboarding: 'What joins a host to the tenant stands in {files}',
} as const;

/** Places that one finding cites, and files that its sentence names. */
const MOST_PLACES = 10;
const MOST_FILES = 5;

export const secretsInBundle = defineAnalyzer({
  id: 'bundle/secrets-in-bundle',
  about: 'bundle',
  title: 'Secrets in the bundle',
  why: 'Whoever is given the bundle is given them too.',
  severity: 'info',
  confidence: 'likely',
  needs: { secrets: optional(secrets), onboarding: optional(onboardingFiles) },
  messages: MESSAGES,
  remediation: {
    steps: [
      'Take the secrets out of the named places before the bundle is passed on.',
      'Change those that have been passed on already.',
    ],
    links: [links.resources],
  },
  sources: [{ document: 'linux-resources', date: '2025-01' }],

  evaluate({ secrets: found, onboarding }) {
    const files = onboarding?.files ?? [];
    if (!found && files.length === 0)
      return cannotTell('No file that could hold a secret is in the bundle.', { secrets });
    const places = placesByKind(found, files);
    return [...places].flatMap(([kind, of]) => draftsOf(kind, of));
  },
});

function placesByKind(
  found: Secrets | undefined,
  files: readonly Place[],
): ReadonlyMap<SecretKind, readonly Place[]> {
  const named = new Set(files.map(({ entry }) => entry));
  const lines = (found?.lines ?? [])
    .filter(({ at }) => !named.has(at.entry))
    .map(({ value, at }) => ({ kind: value, at }));
  const all = [...files.map((at) => ({ kind: 'onboarding' as const, at })), ...lines];
  const kinds = Object.keys(MESSAGES) as readonly SecretKind[];
  return new Map(kinds.map((kind) => [kind, all.filter((one) => one.kind === kind).map(({ at }) => at)]));
}

/** What and where, never the value: the engine masks the lines that are cited. */
function draftsOf(kind: SecretKind, places: readonly Place[]): readonly FindingDraft<typeof MESSAGES>[] {
  const [first, ...rest] = places;
  if (!first) return [];
  const evidence = citeAll([first, ...rest.slice(0, MOST_PLACES - 1)]);
  const names = [...new Set(places.map(({ entry }) => entry))];
  const more = names.length > MOST_FILES ? ` and ${names.length - MOST_FILES} more` : '';
  const files = names.slice(0, MOST_FILES).join(', ') + more;
  return [{ message: kind, params: { files }, evidence, subject: kind, identity: [] }];
}
