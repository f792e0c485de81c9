import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, posix } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
};

export interface StaticFile {
  readonly type: string;
  readonly bytes: Buffer;
}

/** The built screen, by URL path, read once at the start: no request ever becomes a path of the disk. */
export function staticFiles(folder: string): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  const walk = (below: string): void => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = posix.join(below, entry.name);
      if (entry.isDirectory()) walk(path);
      else {
        const type = TYPES[extname(entry.name)] ?? 'application/octet-stream';
        files.set(`/${path}`, { type, bytes: readFileSync(join(folder, path)) });
      }
    }
  };
  walk('');
  const index = files.get('/index.html');
  if (index) files.set('/', index);
  return files;
}
