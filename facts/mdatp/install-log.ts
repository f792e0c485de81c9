import { textFact, UnreadableError, type Line, type Located } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { hostFile } from '../places.ts';
import { installStep, type InstallStep } from './install-step.ts';

export type { InstallStep } from './install-step.ts';

export interface InstallReport {
  /** `I`, `W` or `E`. */
  readonly severity: string;
  readonly code: string;
  readonly text: string;
}

export interface InstallLog {
  readonly steps: readonly Located<InstallStep>[];
  readonly reports: readonly Located<InstallReport>[];
  /** Lines that say that a script ended with an error. */
  readonly exits: readonly Located<string>[];
  /** What the last report calls the version of the agent and the host. */
  readonly appVersion: Located<string> | undefined;
  readonly hostname: Located<string> | undefined;
  /** False where the end of the log is missing. */
  readonly complete: boolean;
}

/**
 * What the scripts of the package did, all installations one after the other:
 *
 *   preinstall begin [2026-03-14 07:04:40OURCE +0000] 102216
 *   "appVersion": "101.26062.0007",
 *   "hostname": "web-03.example",
 *   "severity": "E",
 *   "code":"FileNotExist",
 *   postinstall end [2026-03-14 07:04:43OURCE +0000] 102216
 */
export const installLog = textFact<InstallLog>({
  name: 'mdatp.install-log',
  describes: 'Log of the installations of the agent',
  collect: { title: 'install.log', command: 'sudo cat /var/log/microsoft/mdatp/install.log > install.log' },
  fields: {
    steps: {
      type: 'rows',
      describes: 'Scripts that began or ended',
      row: {
        script: { type: 'string', describes: 'Script' },
        phase: { type: 'string', describes: 'Begin or end' },
        time: { type: 'date', describes: 'When' },
      },
    },
    reports: {
      type: 'rows',
      describes: 'Reports of the installer',
      row: {
        severity: { type: 'string', describes: 'I, W or E' },
        code: { type: 'string', describes: 'Code' },
        text: { type: 'string', describes: 'What happened' },
      },
    },
    appVersion: { type: 'version', describes: 'Version of the agent that was installed last' },
    hostname: { type: 'string', describes: 'Name of the host' },
    exits: { type: 'list', items: 'string', describes: 'Lines that say that a script failed' },
  },
  view: { kind: 'table', title: 'Installations', rows: 'steps' },
  maxBytes: 8 * 1024 * 1024,
  identities: ({ hostname }) => ({ host: [hostname?.value] }),
  from: hostFile('var/log/microsoft/mdatp/install.log', 'var/log/microsoft_mdatp_install.log'),
  looksLike: (head) => /^(?:pre|post)install begin \[\d{4}-/mu.test(head) && head.includes('mdatp'),
  parse(entry): InstallLog {
    refuseFailedCommand(entry);
    const lines = entry.lines();
    const steps = lines.flatMap((line) => installStep(line) ?? []);
    if (steps.length === 0) throw new UnreadableError(`${entry.path} tells of no installation`);
    return {
      steps,
      reports: lines.flatMap((line, index) => reportAt(line, lines.slice(index, index + REPORT_LINES)) ?? []),
      exits: lines.filter(({ text }) => EXIT.test(text)).map(({ text, at }) => ({ value: text.trim(), at })),
      appVersion: lastMember(lines, 'appVersion', /^\d+(?:\.\d+)+$/u),
      hostname: lastMember(lines, 'hostname', /^[A-Za-z\d][\w.-]{0,252}$/u),
      complete: !entry.cut,
    };
  },
});

// exit 1 · microsoft-mdatp-installer[30340]: exit 1
const EXIT = /^\s*(?:[\w-]{1,60}\[\d{1,10}\]: )?exit(?:ing with)?(?: code)? 1\b/iu;

/** Lines of a report in which its code and text stand. */
const REPORT_LINES = 4;

/** The report whose severity stands on a line; code and text stand there too or on the next lines. */
function reportAt({ text, at }: Line, around: readonly Line[]): Located<InstallReport> | undefined {
  const severity = member(text, 'severity');
  if (severity === undefined) return undefined;
  const report = around.map((line) => line.text).join(' ');
  return { value: { severity, code: member(report, 'code') ?? '', text: member(report, 'text') ?? '' }, at };
}

/** The last string of a key that has a form. */
function lastMember(lines: readonly Line[], key: string, form: RegExp): Located<string> | undefined {
  for (const { text, at } of lines.toReversed()) {
    const value = member(text, key);
    if (value !== undefined && form.test(value)) return { value, at };
  }
  return undefined;
}

/** The string of a key: `"code":"FileNotExist"` */
function member(text: string, key: string): string | undefined {
  const start = text.indexOf(`"${key}"`);
  if (start < 0) return undefined;
  return /^\s{0,9}:\s{0,9}"(?<value>[^"]{0,500})/u.exec(text.slice(start + key.length + 2))?.groups?.[
    'value'
  ];
}
