/** What a line of the journal is made of. Values are bytes: nobody promises that they are UTF-8. */
export const FIELDS = [
  'MESSAGE',
  'PRIORITY',
  'SYSLOG_FACILITY',
  'SYSLOG_IDENTIFIER',
  'SYSLOG_PID',
  '_COMM',
  '_PID',
  '_HOSTNAME',
  '_TRANSPORT',
] as const;
export type FieldName = (typeof FIELDS)[number];
export type EntryFields = ReadonlyMap<FieldName, Buffer>;

const LF = 0x0a;
/** As rsyslog writes a line feed inside a message: its number in octal. */
const ESCAPED_LF = '#012';
const KERNEL = 0;
const DAEMON = 3;

/**
 * One entry as one line, or none where it has no message:
 *
 *   <86>2026-09-22T06:19:03.123456Z web-03 sshd[812]: Accepted publickey for ada
 *
 * The number in front is the facility times eight plus the priority, as syslog has it; it is left out where the entry
 * has no priority. Line feeds inside a message become `#012`; all other bytes stay as they are.
 */
export function entryLine(fields: EntryFields, microseconds: number): Buffer | undefined {
  const message = fields.get('MESSAGE');
  const time = timeText(microseconds);
  if (!message || time === undefined) return undefined;
  const text = (name: FieldName): string | undefined =>
    fields.get(name)?.toString('latin1').replaceAll('\n', ESCAPED_LF);
  const identifier = text('SYSLOG_IDENTIFIER') ?? text('_COMM') ?? 'unknown';
  const pid = text('_PID') ?? text('SYSLOG_PID');
  const source = pid === undefined ? identifier : `${identifier}[${pid}]`;
  const head = `${priorityText(text('PRIORITY'), text('SYSLOG_FACILITY'), text('_TRANSPORT'))}${time} ${text('_HOSTNAME') ?? '-'} ${source}: `;
  return Buffer.concat([Buffer.from(head, 'latin1'), onOneLine(message), Buffer.of(LF)]);
}

function priorityText(
  priority: string | undefined,
  facility: string | undefined,
  transport: string | undefined,
): string {
  if (priority === undefined || !/^[0-7]$/u.test(priority)) return '';
  const known = facility !== undefined && /^\d{1,3}$/u.test(facility) ? Number(facility) : undefined;
  return `<${(known ?? (transport === 'kernel' ? KERNEL : DAEMON)) * 8 + Number(priority)}>`;
}

function timeText(microseconds: number): string | undefined {
  // Exact numbers reach to the year 2255; beyond it no clock is meant.
  if (!(microseconds >= 0 && microseconds <= Number.MAX_SAFE_INTEGER)) return undefined;
  const milliseconds = Math.floor(microseconds / 1000);
  const rest = String(microseconds % 1_000_000).padStart(6, '0');
  return `${new Date(milliseconds).toISOString().slice(0, 19)}.${rest}Z`;
}

function onOneLine(message: Buffer): Buffer {
  let end = message.length;
  while (end > 0 && message[end - 1] === LF) end--;
  const content = message.subarray(0, end);
  if (!content.includes(LF)) return content;
  return Buffer.from(content.toString('latin1').replaceAll('\n', ESCAPED_LF), 'latin1');
}
