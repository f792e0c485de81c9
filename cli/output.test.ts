import { mkdir, mkdtemp, readdir, readFile, readlink, rm, rmdir, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { isOneOf, writeFilesWhole } from './output.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundlescope-output-'));
});
afterEach(async () => {
  for (const name of await readdir(folder)) await rm(join(folder, name));
  await rmdir(folder);
});

describe('writeFilesWhole', () => {
  it('replaces an older report and leaves nothing beside it', async () => {
    await writeFile(join(folder, 'report.txt'), 'old');
    await writeFilesWhole([{ path: join(folder, 'report.txt'), content: 'new' }], true);
    expect(await readFile(join(folder, 'report.txt'), 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['report.txt']);
  });

  it('writes to the target of a link and keeps the link', async () => {
    await writeFile(join(folder, 'target.txt'), 'old');
    await symlink('target.txt', join(folder, 'link.txt'));
    await writeFilesWhole([{ path: join(folder, 'link.txt'), content: 'new' }], true);
    expect(await readlink(join(folder, 'link.txt'))).toBe('target.txt');
    expect(await readFile(join(folder, 'target.txt'), 'utf8')).toBe('new');
  });

  it('rejects where the folder does not exist', async () => {
    const path = join(folder, 'missing', 'report.txt');
    await expect(writeFilesWhole([{ path, content: 'new' }], false)).rejects.toMatchObject({
      path,
      code: 'ENOENT',
    });
  });

  it('keeps what is there, and writes none of the others either', async () => {
    await writeFile(join(folder, 'b.md'), 'old');
    const files = ['a.md', 'b.md'].map((name) => ({ path: join(folder, name), content: 'new' }));
    await expect(writeFilesWhole(files, false)).rejects.toMatchObject({
      path: join(folder, 'b.md'),
      code: 'EEXIST',
    });
    expect(await readdir(folder)).toEqual(['b.md']);
    expect(await readFile(join(folder, 'b.md'), 'utf8')).toBe('old');
  });

  it('leaves none of several files where one cannot be written', async () => {
    await mkdir(join(folder, 'there'));
    const files = ['there/a.md', 'gone/b.md'].map((name) => ({ path: join(folder, name), content: 'new' }));
    await expect(writeFilesWhole(files, false)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await readdir(join(folder, 'there'))).toEqual([]);
    await rmdir(join(folder, 'there'));
  });
});

describe('isOneOf', () => {
  it('knows the bundle behind a link', async () => {
    await writeFile(join(folder, 'bundle.zip'), 'PK');
    await symlink('bundle.zip', join(folder, 'link.zip'));
    expect(await isOneOf(join(folder, 'link.zip'), [join(folder, 'bundle.zip')])).toBe(true);
  });

  it('lets a new file be written', async () => {
    await writeFile(join(folder, 'bundle.zip'), 'PK');
    expect(await isOneOf(join(folder, 'report.txt'), ['-', join(folder, 'bundle.zip')])).toBe(false);
  });
});
