import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { installPath, type InstallPath } from './install-path.ts';

const parse = (text: string): InstallPath => parseFact<InstallPath>(installPath, text).value;

describe('mdatp.install-path', () => {
  it.each(['path', 'install_path'])('reads the key %s', (key) => {
    expect(parse(`{"${key}": "/data/microsoft_mdatp"}\n`)).toEqual({
      entry: 'file',
      path: { value: '/data/microsoft_mdatp', at: { entry: 'file', line: 1 } },
      syntaxError: undefined,
    });
  });

  it('keeps what is wrong with the JSON', () => {
    const { path, syntaxError } = parse('{path: /data}\n');
    expect(path).toBeUndefined();
    expect(syntaxError?.at).toEqual({ entry: 'file', line: 1 });
  });
});
