/** The assignments in a line that concern a proxy, as pairs of name and unquoted value. */
export function proxyAssignments(line: string): readonly (readonly [string, string])[] {
  const text = line.trim();
  if (!/proxy/iu.test(text) || COMMENT.test(text)) return [];
  const unit = ENVIRONMENT.exec(text)?.groups?.['assignments'];
  const parts = unit === undefined ? [text.replace(EXPORT, '')] : quotedWords(unit);
  return parts.flatMap((part) => assignmentOf(part) ?? []);
}

// # proxy=… · ; proxy=… · // Acquire…
const COMMENT = /^(?:[#;]|\/\/)/u;

// Environment="HTTPS_PROXY=http://proxy.example:3128" "NO_PROXY=localhost"
const ENVIRONMENT = /^Environment\s{0,9}=\s{0,9}(?<assignments>.*)$/u;

// export https_proxy=… · declare -x https_proxy=…
const EXPORT = /^(?:export|declare -x)\s{1,9}/u;

// https_proxy=http://proxy.example:3128 · proxy = http://proxy.example:3128
const ASSIGNMENT = /^(?<variable>\w{0,40}proxy\w{0,40})\s{0,9}=\s{0,9}(?<value>.*)$/iu;

// Acquire::https::Proxy "http://proxy.example:3128"; · Proxy "http://proxy.example:3128";
const APT = /(?:^|[\s{])(?<variable>[\w:-]{0,80}proxy(?:-auto-detect)?)\s{1,9}"(?<value>[^"]*)"/iu;

function assignmentOf(text: string): readonly (readonly [string, string])[] | undefined {
  const found = ASSIGNMENT.exec(text)?.groups ?? APT.exec(text)?.groups;
  const value = unquoted(found?.['value'] ?? '');
  return found && value !== '' ? [[found['variable'] ?? '', value]] : undefined;
}

function quotedWords(text: string): readonly string[] {
  return [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/gu)].map((word) => word[1] ?? word[2] ?? word[3] ?? '');
}

function unquoted(text: string): string {
  // FOO="value"; · FOO='value' # why
  const quoted = /^(?<quote>["'])(?<inside>.*?)\k<quote>/u.exec(text)?.groups?.['inside'];
  return quoted ?? text.split(/\s#|;(?:\s|$)/u, 1)[0]?.trim() ?? '';
}
