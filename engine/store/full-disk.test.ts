import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';

const canMount = spawnSync('unshare', ['-rm', 'true']).status === 0;

describe('ContentStore on a disk that is full', () => {
  it.skipIf(!canMount)('says so once, keeps what it has, and leaves nothing (needs unshare)', () => {
    const folder = mkdtempSync(join(tmpdir(), 'disk-'));
    try {
      const { stdout, stderr } = spawnSync(
        'unshare',
        [
          '-rm',
          'sh',
          '-c',
          'mount -t tmpfs -o size=2m none "$0" && exec "$1" --input-type=module -e "$2"',
          folder,
          process.execPath,
          script(folder),
        ],
        { encoding: 'utf8' },
      );
      expect(stderr).toBe('');
      expect(JSON.parse(stdout)).toEqual({
        problems: [expect.stringMatching(/^store-full The disk is full after 0 entries \(\d+ bytes\)/u)],
        firstLine: 'early line',
        kept: 'part',
        laterIsKept: false,
        left: ['rest'],
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** Fills the disk from beside once the store is open, so that it is not the quota which ends the keeping. */
function script(folder: string): string {
  return `
    import { randomBytes } from 'node:crypto';
    import { readdirSync, writeFileSync } from 'node:fs';
    import { ContentStore } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'content-store.ts')).href)};
    const problems = [];
    const note = ({ code, detail }) => problems.push(code + ' ' + detail);
    const store = new ContentStore({ quotaBytes: 1e9, note, parent: ${JSON.stringify(folder)} });
    writeFileSync(${JSON.stringify(join(folder, 'rest'))}, Buffer.alloc(1_400_000));
    store.begin({ path: 'log', kind: 'file' });
    store.chunk(Buffer.from('early line\\n'));
    for (let count = 0; count < 20 && store.chunk(randomBytes(200_000)); count++) await store.settle();
    store.end('whole');
    const firstLine = store.lines(0, 1, 1)[0]?.text;
    const { kept } = store.entry(0);
    const laterIsKept = store.begin({ path: 'later', kind: 'file' });
    await store.close();
    const left = readdirSync(${JSON.stringify(folder)});
    process.stdout.write(JSON.stringify({ problems, firstLine, kept, laterIsKept, left }));
  `;
}
