import { matchAt, type Rule } from '../rule.ts';

const NAME = '(?<name>[A-Za-z_\\x80-\\xff][\\w.\\x80-\\xff-]{0,63}\\$?)';

/** A user's name behind words that only users follow. `before` is an expression for what stands from the trigger on. */
function behind(trigger: string, before: string, after = ''): Rule {
  const expression = new RegExp(`(?<before>${before})${NAME}${after}`, 'iuy');
  return {
    triggers: [trigger],
    find(text, at, push, names) {
      const { before: head = '', name: found = '' } = matchAt(expression, text, at)?.groups ?? {};
      const name = found.replace(/[.-]+$/u, '');
      if (name === '' || !names.isOwnUser(name) || NO_USER.has(name.toLowerCase())) return;
      const from = at + head.length;
      push({ from, to: from + name.length, kind: 'user' });
    },
  };
}

/** Users where their context says that they are users. */
export const users: readonly Rule[] = [
  // /home/ada/.bashrc
  behind('/home/', '/home/'),
  // ruser=ada · user="ada" · USER=ada · \"user\": is a label
  behind('user=', 'user=\\\\{0,3}["\']?'),
  behind('logname=', 'logname=\\\\{0,3}["\']?'),
  behind('acct=', 'acct=\\\\{0,3}["\']?'),
  // session opened for user ada(uid=1001) by (uid=0) · Failed password for invalid user ada from
  behind('for user ', 'for user '),
  behind('invalid user ', 'invalid user ', ' from'),
  behind('publickey for ', 'publickey for ', ' from'),
  behind('password for ', 'password for ', ' from'),
  // uid=1001(ada) · AUID="ada"
  behind('uid=', 'uid=\\d{1,10}\\('),
  behind('uid="', 'uid="'),
];

/** Words behind `user=` and below /home that name nobody. */
const NO_USER: ReadonlySet<string> = new Set(['lost', 'true', 'false', 'yes', 'no', 'none', 'null', 'unset']);
