import { backFrom, isNameCode, matchAt, type Rule } from '../rule.ts';

const BEHIND = /@(?<domain>[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})(?:\.[A-Za-z0-9-]{1,63}){1,8})/y;
/** user@1000.service, getty@tty1.socket: templates of units. */
const NO_TOP = /\.(?:service|socket|target|timer|mount|automount|slice|scope|path|device|swap|conf|d|\d+)$/u;

/** Mail addresses, but those of public places such as `chacha20-poly1305@openssh.com`. */
export const mails: Rule = {
  triggers: ['@'],
  find(text, at, push, names) {
    const from = backFrom(text, at, (code) => isNameCode(code) || code === 0x2b || code === 0x25, 64);
    if (from === at) return;
    const found = matchAt(BEHIND, text, at);
    const domain = found?.groups?.['domain']?.replace(/[-.]+$/u, '') ?? '';
    const top = domain.slice(domain.lastIndexOf('.') + 1);
    if (!/^[A-Za-z]{2,24}$/u.test(top) || NO_TOP.test(domain) || !names.isOwnHost(domain)) return;
    push({ from, to: at + 1 + domain.length, kind: 'email' });
  },
};
