import { backFrom, isWordCode, matchAt, type Rule } from '../rule.ts';
import type { SpanKind } from '../kinds.ts';

/** A secret that its own form gives away. Nothing that continues a word may stand before it. */
function shape(kind: SpanKind, triggers: readonly string[], expression: RegExp): Rule {
  return {
    triggers,
    find(text, at, push) {
      if (at > 0 && isWordCode(text.charCodeAt(at - 1))) return;
      const found = matchAt(expression, text, at);
      if (found) push({ from: at, to: at + found[0].length, kind });
    },
  };
}

// -----BEGIN OPENSSH PRIVATE KEY-----
const BEGIN = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/y;
/** Lines of a key: a head such as `Proc-Type: 4,ENCRYPTED`, base64, and line ends, written out in JSON or not. */
const BODY = /(?:[A-Za-z][\w-]{1,30}: [^\n]{1,200}\n|[A-Za-z0-9+/=\s]|\\+[rn])*/y;

/** Where the body of a private key ends that goes on at a place. */
export function privateKeyEnd(text: string, at: number): number {
  return at + (matchAt(BODY, text, at)?.[0].length ?? 0);
}

const privateKeys: Rule = {
  triggers: ['-----begin '],
  find(text, at, push) {
    const begin = matchAt(BEGIN, text, at);
    if (!begin) return;
    const from = at + begin[0].length;
    push({ from, to: privateKeyEnd(text, from), kind: 'private-key' });
  },
};

/** AccountKey of a storage account and the like: 64 bytes in base64. */
const azureKeys: Rule = {
  triggers: ['=='],
  find(text, at, push) {
    const isBase64 = (code: number): boolean =>
      code < 0x80 && (isWordCode(code) || code === 0x2b || code === 0x2f);
    const from = backFrom(text, at, isBase64, 100);
    if (at - from === 86 && text[at + 2] !== '=') push({ from, to: at + 2, kind: 'cloud' });
  },
};

export const shapes: readonly Rule[] = [
  privateKeys,
  azureKeys,
  // three parts in base64: the first two are JSON, which begins with {"
  shape('token', ['eyj'], /eyJ[\w-]{8,4096}\.eyJ[\w-]{8,16384}\.[\w-]{0,4096}/y),
  shape('token', ['ghp_', 'gho_', 'ghs_', 'ghu_', 'ghr_'], /gh[posur]_[A-Za-z0-9]{30,255}/y),
  shape('token', ['github_pat_'], /github_pat_\w{22,255}/y),
  shape('token', ['glpat-'], /glpat-[\w-]{20,64}/y),
  shape('token', ['xoxb-', 'xoxp-', 'xoxa-', 'xoxs-', 'xoxr-'], /xox[bpasr]-[\w-]{10,255}/y),
  shape('token', ['npm_'], /npm_[A-Za-z0-9]{36}/y),
  shape('token', ['sk_live_', 'rk_live_'], /[sr]k_live_[A-Za-z0-9]{16,99}/y),
  shape('token', ['hvs.'], /hvs\.[\w-]{24,255}/y),
  shape('token', ['dop_v1_'], /dop_v1_[a-f0-9]{64}/y),
  shape('cloud', ['akia', 'asia'], /A[KS]IA[A-Z2-7]{16}(?![A-Za-z0-9])/y),
  shape('cloud', ['aiza'], /AIza[\w-]{35}/y),
  shape('cloud', ['ya29.'], /ya29\.[\w-]{20,2048}/y),
  // hashes of passwords: $6$salt$hash
  shape(
    'password',
    ['$1$', '$5$', '$6$', '$y$', '$2a$', '$2b$', '$2y$'],
    /\$(?:1|5|6|y|2[aby])\$[\w./$=]{20,255}/y,
  ),
  shape('password', ['{ssha', '{crypt}', '{md5}'], /\{(?:SSHA\d{0,3}|CRYPT|MD5)\}[\w./+=$]{16,255}/iy),
  // names that clouds give to their guests tell the address: ip-10-20-30-40
  shape('host', ['ip-'], /ip-\d{1,3}-\d{1,3}-\d{1,3}-\d{1,3}(?:\.[a-z0-9-]{1,63}){0,6}(?![\w-])/iy),
];

/** Ends of names that only somebody's own network uses. */
const TOPS = ['.internal', '.corp', '.lan', '.intranet', '.local'];
/** Names of files that end so. */
const FILES = /^(?:.*\.)?(?:rc|jail|fail2ban|config|settings|auth|hosts|issue|path)\.local$/iu;

export const ownNetworks: Rule = {
  triggers: TOPS,
  find(text, at, push, names) {
    const top = TOPS.find((one) => text.slice(at, at + one.length).toLowerCase() === one) ?? '';
    const to = at + top.length;
    const next = text[to] ?? '';
    if (/[\w-]/u.test(next) || (next === '.' && /\w/u.test(text[to + 1] ?? ''))) return;
    const isName = (code: number): boolean => isWordCode(code) || code === 0x2d || code === 0x2e;
    const from = backFrom(text, at, isName, 200);
    const name = text.slice(from, to);
    const before = text[from - 1] ?? '';
    if (from === at || /^[.-]/u.test(name) || before === '_' || FILES.test(name)) return;
    if (before === '/' && text[from - 2] !== '/') return;
    if (names.isOwnHost(name)) push({ from, to, kind: 'host' });
  },
};
