import { NotCollectedError, textsFact, type Line, type Located } from '../../engine/api/index.ts';

export interface FapolicydRule {
  readonly file: string;
  readonly text: string;
}

export interface FapolicydRules {
  /** Rules and trusted files, file by file. */
  readonly rules: readonly Located<FapolicydRule>[];
}

const FILES = [
  'etc/fapolicyd/rules.d/*.rules',
  'etc/fapolicyd/compiled.rules',
  'etc/fapolicyd/fapolicyd.rules',
  'etc/fapolicyd/fapolicyd.trust',
  'etc/fapolicyd/trust.d/*',
] as const;

/**
 * What fapolicyd lets be executed and opened: its rules, and the files it trusts by size and checksum:
 *
 *   allow perm=any all : dir=/opt/microsoft/mdatp/
 *   /opt/microsoft/mdatp/sbin/wdavdaemon 4211816 2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae
 */
export const fapolicydRules = textsFact<FapolicydRules>({
  name: 'other-protection.fapolicyd-rules',
  describes: 'Rules and trusted files of fapolicyd',
  collect: { title: 'settings of fapolicyd', command: 'sudo tar czf fapolicyd.tar.gz /etc/fapolicyd' },
  fields: {
    rules: {
      type: 'rows',
      describes: 'Rules and trusted files',
      row: {
        file: { type: 'string', describes: 'File' },
        text: { type: 'string', describes: 'Rule, or trusted file' },
      },
    },
  },
  view: { kind: 'table', title: 'Rules of fapolicyd', rows: 'rules' },
  from: {
    'client-analyzer': FILES,
    'mdatp-diagnostic': FILES,
    sosreport: [...FILES, 'sos_commands/fapolicyd/fapolicyd-cli_--list'],
    plain: [...FILES, 'compiled.rules', 'fapolicyd.rules', 'fapolicyd.trust', 'fapolicyd-cli_--list'],
  },
  parse(entries): FapolicydRules {
    const rules = entries.flatMap((entry) => entry.lines().flatMap((line) => ruleOf(entry.path, line)));
    if (rules.length === 0) throw new NotCollectedError('no rule of fapolicyd is in the bundle');
    return { rules };
  },
});

// deny_audit perm=any pattern=ld_so : all · 3. allow perm=open exe=/usr/bin/rpm : all · /srv/app 120 ab12…
const RULE = /^(?:\d{1,5}\. )?(?:(?:allow|deny)(?:_[a-z]{1,10})?\s|\/\S)/u;

function ruleOf(file: string, { text, at }: Line): readonly Located<FapolicydRule>[] {
  const line = text.trim();
  return RULE.test(line) ? [{ value: { file, text: line }, at }] : [];
}
