import { describe, expect, it } from 'vitest';

import { viewKinds } from './view-kinds.ts';

describe('viewKinds', () => {
  it.each([
    ['report.json', '{\n  "a": 1', 100, false, ['json', 'text', 'hex']],
    ['definitions.txt', '[{"a": 1}]', 100, false, ['json', 'text', 'hex']],
    ['messages', '[  0.000000] Linux version 5.14', 100, false, ['text', 'hex']],
    ['mde.xml', '<?xml version="1.0"?><mdatp/>', 100, false, ['xml', 'text', 'hex']],
    ['os-release', 'NAME="Debian"\nID=debian\nVERSION_ID="12"\n', 60, false, ['key-values', 'text', 'hex']],
    [
      'health.txt',
      'healthy : true\nlicensed : true\norg_id : "1"\n',
      60,
      false,
      ['key-values', 'text', 'hex'],
    ],
    ['top.csv', 'a,b\n1,2\n', 10, false, ['csv', 'text', 'hex']],
    ['huge.json', '{"a": 1', 5 * 1024 * 1024, false, ['text', 'hex']],
    ['core', '\u007fELF', 100, true, ['hex']],
  ] as const)('%s is shown as it is best read', (name, head, bytes, binary, kinds) => {
    expect(viewKinds(name, head, bytes, binary)).toEqual(kinds);
  });
});
