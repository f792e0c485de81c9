import { textFact, UnreadableError, type Located } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { hostFile } from '../places.ts';

export interface LoginDefs {
  /** The first and last number that people's accounts get. */
  readonly uidMin: Located<number> | undefined;
  readonly uidMax: Located<number> | undefined;
}

/**
 * Which numbers new accounts get:
 *
 *   UID_MIN                  1000
 *   UID_MAX                 60000
 */
export const loginDefs = textFact<LoginDefs>({
  name: 'host.login-defs',
  describes: 'Numbers that new accounts get',
  collect: { title: 'login.defs', command: 'cat /etc/login.defs > login.defs' },
  fields: {
    uidMin: { type: 'number', describes: "First number of people's accounts" },
    uidMax: { type: 'number', describes: "Last number of people's accounts" },
  },
  view: { kind: 'fields', title: 'login.defs' },
  from: hostFile('etc/login.defs'),
  parse(entry): LoginDefs {
    refuseFailedCommand(entry);
    const number = (key: string): Located<number> | undefined => {
      for (const { text, at } of entry.lines()) {
        const [name, value = ''] = text.trim().split(/\s+/u);
        if (name === key && /^\d{1,10}$/u.test(value)) return { value: Number(value), at };
      }
      return undefined;
    };
    const found = { uidMin: number('UID_MIN'), uidMax: number('UID_MAX') };
    if (!found.uidMin && !found.uidMax) throw new UnreadableError(`${entry.path} sets no numbers of users`);
    return found;
  },
});
