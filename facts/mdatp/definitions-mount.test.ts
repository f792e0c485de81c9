import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { definitionsMount } from './definitions-mount.ts';

describe('mdatp.definitions-mount', () => {
  it('reads the line of findmnt', () => {
    const text = '/var   /dev/mapper/vg0-var xfs    rw,nosuid,noexec,relatime\n';
    expect(parseFact(definitionsMount, text).value.mount).toEqual({
      value: {
        target: '/var',
        source: '/dev/mapper/vg0-var',
        type: 'xfs',
        options: 'rw,nosuid,noexec,relatime',
      },
      at: { entry: 'file', line: 1 },
    });
  });

  it('passes over the headings', () => {
    const text = 'TARGET SOURCE FSTYPE OPTIONS\n/ /dev/sda2[/@/.snapshots/1/snapshot] btrfs rw\n';
    expect(parseFact(definitionsMount, text).value.target).toEqual({
      value: '/',
      at: { entry: 'file', line: 2 },
    });
  });

  it('is not there where the command was not run', () => {
    expect(() => parseFact(definitionsMount, 'Could not run commandfindmnt\n')).toThrow('Could not run');
  });
});
