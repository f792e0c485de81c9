/**
 * Names of the same host: alike but for the case, or one of them the short form of the other. Two full names that
 * differ are two hosts, even where their first parts agree.
 */
export function isSameHost(a: string, b: string): boolean {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return !short.includes('.') && long.startsWith(`${short}.`);
}

/** Names that every host has before it gets one of its own. */
const NO_NAME = /^(?:localhost(?:\.|$)|\(none\)$)/iu;

/** The first of each host, where several bundles are of one; those without a name of their own are left out. */
export function onePerHost<Host extends { readonly name: string | undefined }>(
  hosts: readonly Host[],
): readonly (Host & { readonly name: string })[] {
  const kept: (Host & { readonly name: string })[] = [];
  for (const host of hosts) {
    const { name } = host;
    if (name === undefined || name === '' || NO_NAME.test(name)) continue;
    if (!kept.some((known) => isSameHost(known.name, name))) kept.push({ ...host, name });
  }
  return kept;
}
