/** Hosts that a finding may point to: vendors' own documentation. */
export const LINK_HOSTS: readonly string[] = [
  'learn.microsoft.com',
  'docs.kernel.org',
  'man7.org',
  'access.redhat.com',
  'documentation.suse.com',
  'manpages.debian.org',
  'ubuntu.com',
  'www.freedesktop.org',
];

/** Whether an address is one that checks bring along: a stored report may hold any. */
export function isOurLink(href: string): boolean {
  const url = URL.parse(href);
  if (!url || /[\s<>"'\\]/u.test(href)) return false;
  return url.protocol === 'https:' && LINK_HOSTS.includes(url.host) && url.username + url.password === '';
}
