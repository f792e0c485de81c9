import { matchAt, type Rule } from '../rule.ts';

// https://ada:pa55@proxy.corp.example:3128/x — what follows the scheme
const RUN = /[^\s"'<>`\\]{1,2048}/y;
const NAME = /^(?<name>[\w\u{80}-\u{ff}][\w.\u{80}-\u{ff}-]*)(?::\d+)?(?:[/?#,;)\]}|]|$)/u;

/** Users and passwords in URLs, and hosts that are not everyone's. */
export const urls: Rule = {
  triggers: ['://'],
  find(text, at, push, names) {
    const start = at + 3;
    const run = matchAt(RUN, text, start)?.[0] ?? '';
    const slash = run.search(/[/?#]/u);
    const authority = slash < 0 ? run : run.slice(0, slash);
    let sign = authority.lastIndexOf('@');
    // A password may hold a slash: what stands behind the colon is no port.
    if (sign < 0 && /^[^:]+:[^\d/]|^[^:]+:\d+[^\d/?#,;)]/u.test(authority)) sign = run.lastIndexOf('@');
    if (sign >= 0) {
      const colon = run.indexOf(':');
      const userEnd = colon >= 0 && colon < sign ? colon : sign;
      const user = run.slice(0, userEnd);
      if (user !== '' && names.isOwnUser(user)) push({ from: start, to: start + userEnd, kind: 'user' });
      else if (user !== '' && !/^[\w.*$-]+$/u.test(user))
        push({ from: start, to: start + userEnd, kind: 'user' });
      if (userEnd < sign - 1 && !/^[*x]+$/u.test(run.slice(userEnd + 1, sign)))
        push({ from: start + userEnd + 1, to: start + sign, kind: 'password' });
    }
    const host = NAME.exec(run.slice(sign + 1))?.groups?.['name']?.replace(/[.-]+$/u, '') ?? '';
    const from = start + sign + 1;
    if (host !== '' && names.isOwnHost(host)) push({ from, to: from + host.length, kind: 'host' });
  },
};
