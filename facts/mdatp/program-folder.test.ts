import { describe, expect, it } from 'vitest';
import { factInBundle } from '../../test/harness/fact-in-bundle.ts';
import { programFolder } from './program-folder.ts';

describe('mdatp.program-folder', () => {
  it('is the default one where nothing says otherwise', async () => {
    const found = await factInBundle(programFolder, { 'mde_path.json': '{"other": 1}' });
    expect(found).toEqual({ path: '/opt/microsoft/mdatp', custom: undefined });
  });

  it('is the one that was chosen', async () => {
    const found = await factInBundle(programFolder, { 'mde_path.json': '{"path": "/data/mdatp"}' });
    expect(found).toEqual({
      path: '/data/mdatp',
      custom: { value: '/data/mdatp', at: { entry: 'mde_path.json', line: 1 } },
    });
  });
});
