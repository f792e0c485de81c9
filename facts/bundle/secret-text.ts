/** What a secret is, as far as a line shows it. */
export type SecretKind = 'credentials' | 'password' | 'hash' | 'key' | 'onboarding';

interface SecretPattern {
  readonly kind: SecretKind;
  /** The secret itself, without what stands around it: that tells what the line is about. */
  readonly pattern: RegExp;
}

const PATTERNS: readonly SecretPattern[] = [
  // http://svc:s3cret@proxy.example:3128, and not http://proxy.example:3128/path@2
  {
    kind: 'credentials',
    pattern: /(?<=:\/\/)[^\s/@:"'<>]{1,100}:(?!\d{1,5}(?:[/?#,;\s"']|$))[^\s"'<>]{1,300}(?=@[\w[])/giu,
  },
  // https_proxy=svc:s3cret@proxy.example:3128 · "proxy": "svc:s3cret@proxy.example:3128"
  {
    kind: 'credentials',
    pattern: /(?<=proxy["']?\s{0,3}[=:]\s{0,3}["']?)[^\s/@:"'<>]{1,100}:[^\s/"'<>]{1,300}(?=@[\w[])/giu,
  },
  // proxy_password=s3cret · --password=s3cret · "password": "s3cret"
  {
    kind: 'password',
    pattern:
      /(?<=(?:password|passwd|passphrase)(?:\s{0,3}=\s{0,3}|["']\s{0,3}[:=]\s{0,3}(?=["']))["']?)[^\s"',;&]{1,200}/giu,
  },
  // mysqldump --password s3cret
  { kind: 'password', pattern: /(?<=\s--(?:password|passwd|passphrase)\s)[^\s"'-][^\s"']{0,200}/giu },
  // root:$6$salt$hash:19000:0:99999:7:::
  {
    kind: 'hash',
    pattern: /(?<=^[^\s:]{1,64}:!{0,2})\$(?:1|2[abxy]?|5|6|7|y|gy)\$[^\s:]{8,300}(?=:)/gu,
  },
  // "onboardingInfo":"{\"body\": …
  { kind: 'onboarding', pattern: /(?<="onboardingInfo\\?"\s{0,3}:\s{0,3})\S.{19,}/giu },
];

// -----BEGIN RSA PRIVATE KEY----- · -----BEGIN OPENSSH PRIVATE KEY-----
const KEY_BEGINS = /-----BEGIN (?:[A-Z]{1,20} ){0,3}PRIVATE KEY-----/u;
const KEY_ENDS = /-----END (?:[A-Z]{1,20} ){0,3}PRIVATE KEY-----/u;

// *** · ******** · <password> · ${PASSWORD} · $PASS · %PASSWORD% · password · xxxx · [REDACTED]
const PLACEHOLDER =
  /^(?:[*xX.•]{1,40}|<.{0,60}>|\$\{?\w{0,60}\}?|%\w{0,60}%?|\[.{0,60}\]|your.{0,30}|pass(?:word|wd)?|passwort|secret|redacted|none|null|nil|yes|no|true|false|on|off|ask|prompt|[01])$/iu;

/** The kinds of secrets in one line; what only stands for a secret is none. */
export function secretsIn(line: string): readonly SecretKind[] {
  const found = PATTERNS.flatMap(({ kind, pattern }) =>
    (line.match(pattern) ?? []).some((text) => !isPlaceholder(kind, text)) ? [kind] : [],
  );
  return [...new Set([...found, ...(KEY_BEGINS.test(line) ? (['key'] as const) : [])])];
}

/** user:password → the part behind the colon decides. */
function isPlaceholder(kind: SecretKind, text: string): boolean {
  return PLACEHOLDER.test(kind === 'credentials' ? text.slice(text.indexOf(':') + 1) : text);
}

export const MASK = '***';

/** Consecutive lines without their secrets, line by line; what stands between the marks of a private key goes too. */
export function maskSecrets(lines: readonly string[]): readonly string[] {
  let inKey = false;
  return lines.map((line) => {
    const isEnd = KEY_ENDS.test(line);
    const hidden = inKey && !isEnd ? MASK : withoutSecrets(line);
    inKey = (inKey || KEY_BEGINS.test(line)) && !isEnd;
    return hidden;
  });
}

function withoutSecrets(line: string): string {
  let text = line.replace(ONE_LINE_KEY, (_, begin: string) => `${begin}${MASK}`);
  for (const { pattern } of PATTERNS) text = text.replaceAll(pattern, MASK);
  return text;
}

/** A key within one line, as JSON and the environment hold it. */
const ONE_LINE_KEY = /(-----BEGIN (?:[A-Z]{1,20} ){0,3}PRIVATE KEY-----)(?!\s*$).*/u;
