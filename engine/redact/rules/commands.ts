import { matchAt, type Rule } from '../rule.ts';
import type { SpanKind } from '../kinds.ts';

/** Options of programs that take a password without saying so. The line is looked at, 500 characters of it. */
function option(trigger: string, expression: RegExp, kind: SpanKind = 'password'): Rule {
  return {
    triggers: [trigger],
    find(text, at, push) {
      const { before, secret } = matchAt(expression, text, at)?.groups ?? {};
      if (before === undefined || secret === undefined || /^(?:\$|%|\*+$)/u.test(secret)) return;
      const from = at + before.length;
      push({ from, to: from + secret.length, kind });
    },
  };
}

export const commands: readonly Rule[] = [
  // mysql -u root -pSecret
  option('mysql', /(?<before>mysql\w{0,16}[^\n]{0,500}? -p)(?<secret>[^\s"'-][^\s"']{0,255})/iy),
  // sshpass -p Secret ssh …
  option('sshpass', /(?<before>sshpass[^\n]{0,200}? -p ?["']?)(?<secret>[^\s"']{1,255})/iy),
  // curl -u ada:Secret https://…
  option(
    'curl ',
    /(?<before>curl [^\n]{0,500}?(?: -u ?| --user[ =])["']?[^\s:"']{1,128}:)(?<secret>[^\s"']{1,255})/iy,
  ),
  // ldapsearch -D cn=admin -w Secret
  option('ldap', /(?<before>ldap[a-z]{3,8} [^\n]{0,500}? -w ?["']?)(?<secret>[^\s"']{1,255})/iy),
  // smbclient -U ada%Secret
  option(
    'smbclient',
    /(?<before>smbclient[^\n]{0,500}? -U ?["']?[^\s%"']{1,128}%)(?<secret>[^\s"']{1,255})/iy,
  ),
  // openssl … -passin pass:Secret
  option(' pass:', /(?<before> pass:)(?<secret>[^\s"']{1,255})/iy),
];
