import type { Say } from './messages.ts';

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

/** A size as people read it: `1.1 GiB`. */
export function bytesText(bytes: number, say: Say): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit++;
  }
  const rounded = value >= 100 || unit === 0 ? Math.round(value) : Math.round(value * 10) / 10;
  return say('common.bytes', { value: rounded, unit: UNITS[unit] ?? 'B' });
}

/** `2026-09-22 06:19 UTC`: bundles come from many zones, so the zone is said. */
export function timeText(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}

export function daysAgo(iso: string, now: number): number {
  return Math.floor((now - Date.parse(iso)) / 86_400_000);
}
