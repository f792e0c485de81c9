import {
  NotCollectedError,
  textFact,
  UnreadableError,
  type Line,
  type Located,
  type TextEntry,
} from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { jsonText, memberAt, readJson, type JsonMember } from '../json-lines.ts';

/** Who needs an endpoint: detection, telemetry, antivirus, the installer, the management by Intune. */
const CLASSES = ['edr-cnc', 'edr-telemetry', 'av', 'packages', 'management'] as const;

export interface Endpoint {
  readonly url: string;
  readonly host: string;
  readonly ok: boolean;
  /** What the test says of it: `OK`, or why not. */
  readonly detail: string;
  readonly curlError?: number;
  readonly httpStatus?: number;
  readonly class: (typeof CLASSES)[number];
}

export interface Connectivity {
  readonly endpoints: readonly Located<Endpoint>[];
}

/**
 * The agent's test of its endpoints, or the same in an installation report:
 *
 *   Testing connection with https://x.cp.wd.microsoft.com/api/report ... [OK]
 *   Testing connection with https://winatp-gw-weu.microsoft.com/test ... [ERROR]
 *   curl error 35: SSL connect error
 */
export const connectivity = textFact<Connectivity>({
  name: 'mdatp.connectivity',
  describes: 'Whether the agent reaches its endpoints',
  collect: {
    title: 'mdatp connectivity test',
    command: 'sudo mdatp connectivity test > connectivity_test.txt 2>&1',
  },
  fields: {
    endpoints: {
      type: 'rows',
      describes: 'Endpoints that were tried',
      row: {
        url: { type: 'string', describes: 'Address' },
        host: { type: 'string', describes: 'Host' },
        ok: { type: 'boolean', describes: 'Whether it was reached' },
        detail: { type: 'string', describes: 'What the test says' },
        curlError: { type: 'number', describes: 'Error number of curl' },
        httpStatus: { type: 'number', describes: 'Status of HTTP' },
        class: { type: 'string', describes: 'Who needs it', oneOf: CLASSES },
      },
    },
  },
  view: { kind: 'table', title: 'Connectivity', rows: 'endpoints' },
  from: {
    'client-analyzer': ['connectivity_test.txt', 'connectivity.txt', 'installation_report.json'],
    plain: [
      'connectivity_test.txt',
      'connectivity.txt',
      'mdatp_connectivity*',
      'mdatp-connectivity*',
      'installation_report.json',
    ],
  },
  looksLike: (head) =>
    /^\s*Testing connection with \S/mu.test(head) || /"connectivity_?test"\s*:\s*\{/iu.test(head),
  parse(entry): Connectivity {
    refuseFailedCommand(entry);
    const endpoints = entry.text.trimStart().startsWith('{') ? reported(entry) : tested(entry.lines());
    if (endpoints.length === 0) refuseOther(entry);
    return { endpoints };
  },
});

// Testing connection with https://x.cp.wd.microsoft.com/api/report ... [OK]
const TEST = /Testing connection with (?<url>\S+)(?:\s+\.{2,})?(?<answer>.*)$/u;

function tested(lines: readonly Line[]): readonly Located<Endpoint>[] {
  const tests: { readonly url: string; readonly at: Line['at']; readonly answers: string[] }[] = [];
  for (const { text, at } of lines) {
    const { url, answer = '' } = TEST.exec(text)?.groups ?? {};
    if (url !== undefined) tests.push({ url, at, answers: [answer] });
    else tests.at(-1)?.answers.push(text);
  }
  return tests.map(({ url, at, answers }) => ({ value: endpoint(url, answers), at }));
}

function reported(entry: TextEntry): readonly Located<Endpoint>[] {
  const { root } = readJson(entry.lines(), { trailing: true });
  const report = memberAt(root, 'installation_report')?.value ?? root;
  const test = memberAt(report, 'connectivitytest') ?? memberAt(report, 'connectivity_test');
  if (!test) throw new NotCollectedError(`${entry.path} holds no connectivity test`);
  const members: readonly JsonMember[] = test.value.kind === 'object' ? test.value.members : [];
  return members
    .filter(({ key }) => key.includes('.'))
    .map(({ key, at, value }) => ({
      value: endpoint(key, [value.kind === 'scalar' ? String(value.value) : jsonText(value)]),
      at,
    }));
}

function endpoint(url: string, answers: readonly string[]): Endpoint {
  const parts = answers.map((answer) => withoutBrackets(answer.trim())).filter((answer) => answer !== '');
  const detail = parts.join('; ').slice(0, 500);
  const host = /^(?:[a-z]+:\/\/)?(?<host>[^/:?#]+)/iu.exec(url)?.groups?.['host'] ?? url;
  const curlError = numberIn(CURL, detail);
  const httpStatus = numberIn(HTTP, detail);
  return {
    url,
    host,
    ok: /^OK$/iu.test(parts[0] ?? ''),
    detail,
    ...(curlError === undefined ? {} : { curlError }),
    ...(httpStatus === undefined ? {} : { httpStatus }),
    class: classOf(host),
  };
}

/** `[OK]` → `OK`; text behind the bracket stays. */
function withoutBrackets(text: string): string {
  return text.replace(/^\[([^\]]*)\]/u, '$1').trim();
}

// curl error 35 · curl: (60) · CURLE: 28
const CURL = /curl\w*(?: error)?(?: code)?\s*[:=]?\s*\(?(?<number>\d{1,3})\b/iu;
// HTTP status 407 · HTTP/1.1 403 · http error code: 502
const HTTP =
  /\bHTTP(?:\/\d(?:\.\d)?)?(?: (?:status|response|error))?(?: code)?\s*[:=]?\s*\(?(?<number>[1-5]\d\d)\b/iu;

function numberIn(pattern: RegExp, text: string): number | undefined {
  const number = pattern.exec(text)?.groups?.['number'];
  return number === undefined ? undefined : Number(number);
}

function classOf(host: string): Endpoint['class'] {
  const name = host.toLowerCase();
  if (name.includes('winatp')) return 'edr-cnc';
  if (name === 'packages.microsoft.com') return 'packages';
  if (/(?:^|\.)dm\.microsoft\.com$/u.test(name)) return 'management';
  return name.includes('events') ? 'edr-telemetry' : 'av';
}

function refuseOther(entry: TextEntry): never {
  const complaint = entry.lines().find(({ text }) => /could not|cannot|^error/iu.test(text));
  if (complaint) throw new NotCollectedError(`${entry.path} says: ${complaint.text.trim().slice(0, 200)}`);
  throw new UnreadableError(`${entry.path} tests no connection`);
}
