import { describe, expect, it } from 'vitest';
import { readLines } from '../../test/harness/read-lines.ts';
import { installerMessages, type InstallerMessages } from './installer-messages.ts';

const line = (step: string, time: string): string =>
  `Mar 14 ${time} db-01 microsoft-mdatp-installer[102243]: ${step} [2026-03-14 ${time}OURCE +0000] 102216\n`;

describe('mdatp.installer-messages', () => {
  it('puts the steps of rotated logs in order', () => {
    const { steps } = readLines<InstallerMessages>(installerMessages, {
      messages: line('postinstall end', '07:04:43'),
      'messages.1': line('preinstall begin', '07:04:40'),
    });
    expect(steps.map(({ value, at }) => [value.script, value.phase, at.entry])).toEqual([
      ['preinstall', 'begin', 'messages.1'],
      ['postinstall', 'end', 'messages'],
    ]);
  });
});
