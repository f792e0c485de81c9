/** A moment as it was written down. */
export interface WrittenTime {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** False where the zone is not told; the time was then read as UTC. */
  readonly zoneKnown: boolean;
}

interface Parts {
  readonly year: string | undefined;
  readonly month: string | undefined;
  readonly day: string | undefined;
  readonly time: string | undefined;
  readonly half?: string | undefined;
  readonly zone?: string | undefined;
}

const PATTERNS: readonly RegExp[] = [
  // Mon Nov 23 10:00:00 UTC 2026 · Mon Nov 23 10:00:00 AM CET 2026
  /\b(?<month>[A-Z][a-z]{2}) {1,2}(?<day>\d{1,2}) (?<time>\d{1,2}:\d\d:\d\d)(?: (?<half>[AP]M))?(?: (?<zone>[A-Z]{1,5}|[+-]\d\d(?:\d\d)?))? (?<year>\d{4})\b/u,
  // Mon 23 Nov 2026 10:00:00 AM CET
  /\b(?<day>\d{1,2}) (?<month>[A-Z][a-z]{2}) (?<year>\d{4}) (?<time>\d{1,2}:\d\d:\d\d)(?: (?<half>[AP]M))?(?: (?<zone>[A-Z]{1,5}|[+-]\d\d(?:\d\d)?))?/u,
  // 2026年 11月 23日 月曜日 10:00:00 JST
  /(?<year>\d{4})年 ?(?<month>\d{1,2})月 ?(?<day>\d{1,2})日 \S{0,5} ?(?<time>\d{1,2}:\d\d:\d\d)(?: (?<zone>[A-Z]{1,5}|[+-]\d\d(?:\d\d)?))?/u,
  // 2026-11-23 10:00:00.123 · 2026-11-23T10:00:00+01:00 · 2026/11/23 10:00:00 UTC
  /\b(?<year>\d{4})[-/](?<month>\d\d)[-/](?<day>\d\d)[T ](?<time>\d\d:\d\d:\d\d)(?:\.\d{1,9})? ?(?<zone>Z\b|UTC\b|GMT\b|[+-]\d\d:?\d\d)?/u,
];

/** The first moment that a line names, in one of the forms of `date` or ISO 8601. */
export function writtenTime(line: string): WrittenTime | undefined {
  const text = line.slice(0, 500);
  for (const pattern of PATTERNS) {
    const found = pattern.exec(text)?.groups;
    const time = found && momentOf({ ...noParts, ...found });
    if (time) return time;
  }
  return undefined;
}

/** Older times come from clocks that were never set; archives without times show 1970 or 1980. */
export function isPlausible(at: Date): boolean {
  return at.getUTCFullYear() >= 2015 && at.getUTCFullYear() < 2200;
}

const noParts: Parts = { year: undefined, month: undefined, day: undefined, time: undefined };

function momentOf({ year, month, day, time, half, zone }: Parts): WrittenTime | undefined {
  const [hours = NaN, minutes = NaN, seconds = NaN] = (time ?? '').split(':').map(Number);
  const offset = zone === undefined ? undefined : offsetMinutes(zone);
  const at = new Date(
    Date.UTC(Number(year), monthOf(month ?? ''), Number(day), hoursOf(hours, half), minutes, seconds) -
      (offset ?? 0) * 60_000,
  );
  if (!isDay(month ?? '', Number(day)) || Number.isNaN(at.getTime()) || !isPlausible(at)) return undefined;
  return { at: at.toISOString(), zoneKnown: offset !== undefined };
}

/** JavaScript would roll the 99th day over into another month. */
function isDay(month: string, day: number): boolean {
  const index = monthOf(month);
  return index >= 0 && index < 12 && day >= 1 && day <= 31;
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Months from 0. NaN where the word is no month. */
function monthOf(month: string): number {
  if (/^\d+$/u.test(month)) return Number(month) - 1;
  const index = MONTHS.indexOf(month);
  return index < 0 ? NaN : index;
}

function hoursOf(hours: number, half: string | undefined): number {
  if (half === undefined) return hours;
  return (hours % 12) + (half === 'PM' ? 12 : 0);
}

/** Hours east of UTC. Letters that stand for several zones (CST, IST, BST …) are left out on purpose. */
const ZONES: ReadonlyMap<string, number> = new Map([
  ['Z', 0],
  ['UTC', 0],
  ['GMT', 0],
  ['WET', 0],
  ['WEST', 1],
  ['CET', 1],
  ['CEST', 2],
  ['EET', 2],
  ['EEST', 3],
  ['MSK', 3],
  ['JST', 9],
  ['KST', 9],
  ['EST', -5],
  ['EDT', -4],
  ['CDT', -5],
  ['MST', -7],
  ['MDT', -6],
  ['PST', -8],
  ['PDT', -7],
]);

// +0100 · +01:00 · +01
function offsetMinutes(zone: string): number | undefined {
  const hours = ZONES.get(zone);
  if (hours !== undefined) return hours * 60;
  const offset = /^(?<sign>[+-])(?<hours>\d\d):?(?<minutes>\d\d)?$/u.exec(zone)?.groups;
  if (!offset) return undefined;
  const minutes = Number(offset['hours']) * 60 + Number(offset['minutes'] ?? 0);
  return offset['sign'] === '-' ? -minutes : minutes;
}
