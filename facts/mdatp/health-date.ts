// Apr 10, 2024 at 01:34:28 PM · avr. 10, 2024 at 13:34:28 · 4月 10, 2024 at 01:34:28 午後
const MONTH_FIRST =
  /^(?<month>[^\s\d,]{1,12}|\d{1,2}月) (?<day>\d{1,2}), (?<year>\d{4})(?:,| at) (?<time>\d{1,2}:\d\d:\d\d)(?:\s?(?<half>\S{2,4}))?$/u;
// 10 Apr 2024, 13:34:28 · 10. April 2024 um 13:34:28
const DAY_FIRST =
  /^(?<day>\d{1,2})\.? (?<month>[^\s\d,]{1,12}) (?<year>\d{4})(?:,| at| um| à)? (?<time>\d{1,2}:\d\d:\d\d)(?:\s?(?<half>\S{2,4}))?$/u;
// 10.04.2024, 13:34:28; with slashes nobody knows which is the month
const DOTTED =
  /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})(?:,| at| um)? (?<time>\d{1,2}:\d\d:\d\d)$/u;
// 2024-04-10 13:34:28 · 2024-04-10T13:34:28.123Z · 2024-04-10T13:34:28+02:00
const ISO =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)[T ](?<time>\d\d:\d\d:\d\d)(?:\.\d{1,9})?\s?(?<zone>Z|UTC|[+-]\d\d:?\d\d)?$/u;

/** How the months begin, in the short forms of the C library: English, German, French, Spanish, Italian, Portuguese. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen'],
  ['feb', 'fév', 'fev'],
  ['mar', 'mär', 'mrz', 'mrt'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mag', 'mei'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'aoû', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'ott', 'out'],
  ['nov'],
  ['dec', 'dez', 'déc', 'dic'],
];

const AFTERNOON = /^(?:p\.?m\.?|午後|下午)$/iu;
const MORNING = /^(?:a\.?m\.?|午前|上午)$/iu;

/**
 * A date of the agent as ISO 8601 to the second. The text form names no zone and is taken as UTC; where a locale
 * drops AM and PM, the hour is taken as written. JSON counts milliseconds since 1970.
 */
export function isoDate(text: string): string | undefined {
  const trimmed = text.trim();
  if (/^\d{10,16}$/u.test(trimmed)) return isoSeconds(epochMilliseconds(trimmed));
  for (const pattern of [MONTH_FIRST, DAY_FIRST, DOTTED, ISO]) {
    const parts = pattern.exec(trimmed)?.groups;
    if (parts) return isoOf(parts);
  }
  return undefined;
}

/** By their length: seconds have ten digits, milliseconds thirteen, microseconds sixteen. */
function epochMilliseconds(digits: string): number {
  const number = Number(digits);
  if (digits.length <= 10) return number * 1000;
  return digits.length >= 16 ? Math.floor(number / 1000) : number;
}

function isoOf(parts: Readonly<Record<string, string | undefined>>): string | undefined {
  const month = monthOf(parts['month'] ?? '');
  const [hour = 0, minute = 0, second = 0] = (parts['time'] ?? '').split(':').map(Number);
  const [year, day] = [Number(parts['year']), Number(parts['day'])];
  if (month === undefined || day < 1 || day > 31 || hour > 23) return undefined;
  const time = Date.UTC(year, month - 1, day, hour24(hour, parts['half'] ?? ''), minute, second);
  return isoSeconds(time - zoneMilliseconds(parts['zone'] ?? ''));
}

function monthOf(word: string): number | undefined {
  const number = /^(\d{1,2})月?$/u.exec(word)?.[1];
  if (number !== undefined) return Number(number) >= 1 && Number(number) <= 12 ? Number(number) : undefined;
  const small = word.toLowerCase();
  const index = MONTHS.findIndex((names) => names.some((name) => small.startsWith(name)));
  return index < 0 ? undefined : index + 1;
}

function hour24(hour: number, half: string): number {
  if (AFTERNOON.test(half)) return (hour % 12) + 12;
  return MORNING.test(half) ? hour % 12 : hour;
}

function zoneMilliseconds(zone: string): number {
  const parts = /^(?<sign>[+-])(?<hours>\d\d):?(?<minutes>\d\d)$/u.exec(zone)?.groups;
  if (!parts) return 0;
  const minutes = Number(parts['hours']) * 60 + Number(parts['minutes']);
  return (parts['sign'] === '-' ? -minutes : minutes) * 60_000;
}

function isoSeconds(time: number): string | undefined {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace(/\.\d{3}Z$/u, 'Z');
}
