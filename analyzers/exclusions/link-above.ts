/** The first link on the way from the root to a path, the path itself included. */
export function linkAbove<Link>(links: ReadonlyMap<string, Link>, path: string): Link | undefined {
  for (let end = path.indexOf('/', 1); end > 0; end = path.indexOf('/', end + 1)) {
    const link = links.get(path.slice(0, end));
    if (link) return link;
  }
  return links.get(path);
}

/** The target of a link as a full path: `../run` of `/var/run` is `/run`. */
export function absolute(link: string, target: string): string {
  const parts: string[] = [];
  const written = target.startsWith('/') ? target : `${link.slice(0, link.lastIndexOf('/'))}/${target}`;
  for (const part of written.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
