import { describe, expect, it } from 'vitest';
import { fileOf } from '../../test/harness/parse-fact.ts';
import { auditBlocks, auditOutput } from './audit-info.ts';

const INFO = `sudo auditctl -v
================
auditctl version 3.0.7

service auditd status
sudo auditctl -s
================
enabled 1
`;

describe('auditBlocks', () => {
  it('cuts the file at its commands', () => {
    const blocks = auditBlocks(fileOf('auditd_info.txt', INFO));
    expect(blocks.map((block) => [block.command.value, block.command.at.line, block.lines.length])).toEqual([
      ['sudo auditctl -v', 1, 2],
      ['service auditd status', 5, 0],
      ['sudo auditctl -s', 6, 1],
    ]);
  });

  it('finds none in the output of a single command', () => {
    expect(auditBlocks(fileOf('auditctl_-s', 'enabled 1\nfailure 1\n'))).toEqual([]);
  });
});

describe('auditOutput', () => {
  it('gives the lines of a block at their places in the file', () => {
    const lines = auditOutput(fileOf('auditd_info.txt', INFO), (command) => command.endsWith('-s'));
    expect(lines).toEqual([{ text: 'enabled 1', at: { entry: 'auditd_info.txt', line: 8 } }]);
  });

  it('is not collected where the block is missing', () => {
    expect(() => auditOutput(fileOf('auditd_info.txt', INFO), (command) => command.endsWith('-l'))).toThrow(
      'auditd_info.txt has no block of the command',
    );
  });

  it('is not collected where the command failed', () => {
    const text = 'sudo auditctl -s\n====\nCould not run commandsudo auditctl -s\n';
    expect(() => auditOutput(fileOf('auditd_info.txt', text), () => true)).toThrow('Could not run command');
  });
});
