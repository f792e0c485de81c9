import { textFact, UnreadableError, type Located } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { hostFile, places } from '../places.ts';

export interface Tainted {
  /** A bit for each reason; 0 where there is none. */
  readonly mask: Located<number>;
  /** Letters as in an oops: `OE`; empty where there is no reason. */
  readonly flags: Located<string>;
}

/** Letters of the bits, from the lowest on (kernel documentation, tainted-kernels). */
const LETTERS = 'PFSRMBUDAWCIOELKXTN';

/** Why the kernel calls itself tainted, as /proc/sys/kernel/tainted has it: `12288`. */
export const tainted = textFact<Tainted>({
  name: 'kernel.tainted',
  describes: 'Reasons for which the kernel calls itself tainted',
  collect: { title: 'tainted', command: 'cat /proc/sys/kernel/tainted > tainted' },
  fields: {
    mask: { type: 'number', describes: 'A bit for each reason' },
    flags: { type: 'string', describes: 'Letters of the reasons' },
  },
  view: { kind: 'fields', title: 'Taint of the kernel' },
  from: places(hostFile('proc/sys/kernel/tainted'), { plain: 'tainted.txt' }),
  parse(entry): Tainted {
    refuseFailedCommand(entry);
    for (const { text, at } of entry.lines()) {
      const digits = /^\s*(?:kernel\.tainted\s*=\s*)?(?<mask>\d{1,10})\s*$/u.exec(text)?.groups?.['mask'];
      if (digits === undefined) continue;
      const mask = Number(digits);
      const flags = [...LETTERS].filter((_, bit) => Math.floor(mask / 2 ** bit) % 2 === 1).join('');
      return { mask: { value: mask, at }, flags: { value: flags, at } };
    }
    throw new UnreadableError(`${entry.path} holds no number`);
  },
});
