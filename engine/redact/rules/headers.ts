import { matchAt, type Rule } from '../rule.ts';
import type { SpanKind } from '../kinds.ts';

function header(kind: SpanKind, triggers: readonly string[], expression: RegExp): Rule {
  return {
    triggers,
    find(text, at, push) {
      const { before, secret } = matchAt(expression, text, at)?.groups ?? {};
      if (before === undefined || secret === undefined) return;
      push({ from: at + before.length, to: at + before.length + secret.trimEnd().length, kind });
    },
  };
}

/** Secrets of requests, in logs of programs that print what they send. */
export const headers: readonly Rule[] = [
  // Proxy-Authorization: Basic YWRhOnBhNTU=
  header(
    'token',
    ['authorization'],
    /(?<before>authorization\\{0,7}["']?[ \t]{0,4}[:=][ \t]{0,4}\\{0,7}["']?(?:basic|bearer|digest|negotiate|ntlm|token|apikey|sharedkey|aws4-hmac-sha256)[ \t]{1,4})(?<secret>[^"'\\\r\n\0]{1,8192})/iy,
  ),
  header('token', ['bearer '], /(?<before>bearer )(?<secret>(?=[^\s]{0,200}\d)[\w.~+/=-]{20,8192})/iy),
  // https://store.example/x?sv=2022&sig=…
  header('cloud', ['sig='], /(?<before>sig=)(?<secret>[A-Za-z0-9%+/=_-]{20,1024})/iy),
  header(
    'key',
    ['?key=', '&key=', '?code=', '&code='],
    /(?<before>[?&](?:key|code)=)(?<secret>[\w.%+/=-]{16,1024})/iy,
  ),
];
