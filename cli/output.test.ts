import { mkdtemp, readdir, readFile, readlink, rm, rmdir, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { isOneOf, writeFileWhole } from './output.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundlescope-output-'));
});
afterEach(async () => {
  for (const name of await readdir(folder)) await rm(join(folder, name));
  await rmdir(folder);
});

describe('writeFileWhole', () => {
  it('replaces an older report and leaves nothing beside it', async () => {
    await writeFile(join(folder, 'report.txt'), 'old');
    await writeFileWhole(join(folder, 'report.txt'), 'new');
    expect(await readFile(join(folder, 'report.txt'), 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['report.txt']);
  });

  it('writes to the target of a link and keeps the link', async () => {
    await writeFile(join(folder, 'target.txt'), 'old');
    await symlink('target.txt', join(folder, 'link.txt'));
    await writeFileWhole(join(folder, 'link.txt'), 'new');
    expect(await readlink(join(folder, 'link.txt'))).toBe('target.txt');
    expect(await readFile(join(folder, 'target.txt'), 'utf8')).toBe('new');
  });

  it('rejects where the folder does not exist', async () => {
    await expect(writeFileWhole(join(folder, 'missing', 'report.txt'), 'new')).rejects.toThrow('ENOENT');
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
