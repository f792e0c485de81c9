/** One rule of the audit system. */
export interface AuditRule {
  readonly text: string;
  /** Keys that the rule gives to its records, joined by commas; empty where it gives none. */
  readonly key: string;
}

// -a always,exit -F arch=b64 -S execve -k mdatp · -w /etc/passwd -p wa -k identity
const RULE = /^-[aAw]\s+\S/u;

// LIST_RULES: exit,always watch=/etc/passwd perm=wa key=identity
const OLD_RULE = /^LIST_RULES:\s+\S/u;

/** The rule that a line states, as a rules file or `auditctl -l` writes it. */
export function auditRuleOf(line: string): AuditRule | undefined {
  const text = line.trim();
  return RULE.test(text) || OLD_RULE.test(text) ? { text, key: keysOf(text).join(',') } : undefined;
}

// -k mdatp · -F key=mdatp · key=mdatp · key="mdatp"
const KEY = /(?:\s-k\s{1,9}|\skey=)(?:"(?<quoted>[^"]*)"|(?<bare>\S+))/gu;

function keysOf(text: string): readonly string[] {
  return [...text.matchAll(KEY)].map(({ groups }) => groups?.['quoted'] ?? groups?.['bare'] ?? '');
}
