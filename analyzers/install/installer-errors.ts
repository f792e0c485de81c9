import { cite, citeAll, defineAnalyzer, type Located } from '../../engine/api/index.ts';
import { installLog, type InstallLog, type InstallReport } from '../../facts/mdatp/install-log.ts';
import { links } from '../links.ts';

/** Places that are cited of one code. */
const MOST_CITED = 5;

export const installerErrors = defineAnalyzer({
  id: 'install/installer-errors',
  title: 'Errors of the last installation',
  why: 'The package manager may call an installation a success whose scripts met an error.',
  severity: 'medium',
  confidence: 'likely',
  needs: { log: installLog },
  messages: {
    report: 'The installer reported the error {code}: {text}',
    exit: 'A script of the installer ended with an error: {line}',
  },
  remediation: {
    steps: [
      'Read the log around the line shown: the command that failed stands before it.',
      'Remove the cause and install the package again.',
    ],
    commands: [{ command: 'sudo less /var/log/microsoft/mdatp/install.log', risk: 'safe' }],
    links: [links.installLog],
  },
  sources: [{ document: 'linux-resources', date: '2025-01' }],
  because: [
    { of: 'sizing/too-little-disk-for-agent' },
    { of: 'install/missing-rpm-dependencies' },
    { of: 'install/missing-deb-dependencies' },
    { of: 'install/missing-rhel6-dependencies' },
    { of: 'install/missing-mdatp-user' },
  ],

  evaluate({ log }) {
    const from = lineOfLastRun(log);
    const errors = log.reports.filter(({ value, at }) => value.severity === 'E' && at.line >= from);
    const exits = log.exits.filter(({ at }) => at.line >= from);
    const [exit] = exits;
    return [
      ...[...Map.groupBy(errors, ({ value }) => value.code)].flatMap(([code, group]) =>
        errorDraft(code, group),
      ),
      ...(exit
        ? [{ message: 'exit', params: { line: exit.value }, evidence: [cite(exit)], identity: [] } as const]
        : []),
    ];
  },
});

/** Earlier installations are history, whatever became of them. */
function lineOfLastRun({ steps }: InstallLog): number {
  const begin = steps.findLast(({ value }) => value.script === 'preinstall' && value.phase === 'begin');
  return begin?.at.line ?? 1;
}

function errorDraft(code: string, group: readonly Located<InstallReport>[]) {
  const [first, ...rest] = group;
  if (!first) return [];
  const params = { code: code === '' ? 'without a code' : code, text: first.value.text };
  const evidence = citeAll([first, ...rest.slice(0, MOST_CITED - 1)]);
  return [{ message: 'report', params, evidence, identity: [code] } as const];
}
