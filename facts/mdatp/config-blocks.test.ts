import { describe, expect, it } from 'vitest';
import { fileOf } from '../../test/harness/parse-fact.ts';
import { configBlocks, jsonOfBlock } from './config-blocks.ts';

const CONFIG = `Output of mdatp health
MDE HEALTH

{
    "healthy": true
}

Features after merging
MERGED CONFIGURATIONS
/var/log/microsoft/mdatp/microsoft_defender_core.log

Error: Could not load MERGED CONFIGURATIONS

Settings of management
MANAGED CONFIGURATIONS
/etc/opt/microsoft/mdatp/managed/mdatp_managed.json

{
    "cloudService": {"enabled": true}
}
`;

describe('configBlocks', () => {
  it('parts an mdatp_config.txt by its titles', () => {
    const blocks = configBlocks(fileOf('mdatp_config.txt', CONFIG).lines());
    expect([...blocks.keys()]).toEqual(['MDE HEALTH', 'MERGED CONFIGURATIONS', 'MANAGED CONFIGURATIONS']);
  });

  it('finds no blocks in another text', () => {
    expect(configBlocks(fileOf('health.txt', 'healthy : true\n').lines()).size).toBe(0);
  });

  it('takes the first of two blocks of one title', () => {
    const blocks = configBlocks(fileOf('x', 'MDE HEALTH\n{"a":1}\nMDE HEALTH\n{"a":2}\n').lines());
    expect(blocks.get('MDE HEALTH')?.map(({ text }) => text)).toEqual(['{"a":1}']);
  });
});

describe('jsonOfBlock', () => {
  it('begins at the brace of the block and keeps its line', () => {
    const [first] = jsonOfBlock(fileOf('mdatp_config.txt', CONFIG), 'MANAGED CONFIGURATIONS');
    expect(first).toEqual({ text: '{', at: { entry: 'mdatp_config.txt', line: 18 } });
  });

  it('gives all of a text without blocks', () => {
    expect(jsonOfBlock(fileOf('mdatp_managed.json', '{}\n'), 'MANAGED CONFIGURATIONS')[0]?.text).toBe('{}');
  });

  it('is not collected where the block holds a complaint, or is not there', () => {
    const file = fileOf('mdatp_config.txt', CONFIG);
    const refusal = expect.objectContaining({ name: 'NotCollectedError' }) as Error;
    expect(() => jsonOfBlock(file, 'MERGED CONFIGURATIONS')).toThrow(refusal);
    expect(() => jsonOfBlock(file, 'WDAVCFG CONFIGURATIONS')).toThrow(refusal);
  });
});
