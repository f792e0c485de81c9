import type { LimitRow } from './limits.ts';

type Unit = LimitRow['unit'];

/** Names of sizes, and how many of the unit each is. The first one a value divides by is the one it is shown in. */
const SIZES: Readonly<Record<Unit, readonly (readonly [string, number])[]>> = {
  bytes: [
    ['GiB', 1024 ** 3],
    ['MiB', 1024 ** 2],
    ['KiB', 1024],
    ['GB', 1e9],
    ['MB', 1e6],
    ['KB', 1e3],
    ['B', 1],
  ],
  milliseconds: [
    ['h', 3_600_000],
    ['min', 60_000],
    ['s', 1000],
    ['ms', 1],
  ],
  count: [],
  times: [],
};

/** The number that a text such as 2GiB, 30s or 5000 says; undefined where it says none above zero. */
export function readLimitValue(unit: Unit, text: string): number | undefined {
  const [, digits = '', size = ''] = /^(\d{1,15}(?:\.\d{1,3})?) ?([A-Za-z]*)$/u.exec(text.trim()) ?? [];
  const factor = size === '' ? 1 : sizeOf(unit, size);
  if (digits === '' || factor === undefined) return undefined;
  const value = Math.round(Number(digits) * factor);
  return value > 0 && Number.isSafeInteger(value) ? value : undefined;
}

function sizeOf(unit: Unit, wanted: string): number | undefined {
  return SIZES[unit].find(([name]) => name.toLowerCase() === wanted.toLowerCase())?.[1];
}

/** 68719476736 bytes → 64GiB, as `--limit` takes it. */
export function limitValueText(unit: Unit, value: number): string {
  const [name = '', size = 1] = SIZES[unit].find(([, one]) => value % one === 0) ?? [];
  return `${value / size}${name}`;
}
