import { UnreadableError, type Line, type Located, type TextEntry } from '../../engine/api/index.ts';
import type { Memory } from './memory-fields.ts';

/**
 * From the output of free; undefined where the text has another form:
 *
 *                  total        used        free      shared  buff/cache   available
 *   Mem:         8009912     2841500      538760      461316     4629652     4500000
 *   Swap:        3145724        9372     3136352
 */
export function memoryOfFree(entry: TextEntry): Memory | undefined {
  const lines = entry.lines();
  const header = lines.find(({ text }) => /^\s+total\s+used\s+free\b/u.test(text));
  const main = rowOf(lines, /^Mem:/u);
  const [total] = main?.words ?? [];
  if (!main || total === undefined) return undefined;
  const unit = unitOf(entry.path, total);
  const located = (text: string | undefined, line: Line): Located<number> | undefined => {
    const value = sizeOf(text ?? '', unit);
    return value === undefined ? undefined : { value, at: line.at };
  };
  const columns = header?.text.trim().split(/\s+/u) ?? [];
  const availableAt = columns.indexOf('available');
  const older = rowOf(lines, /^-\/\+ buffers\/cache:/u);
  const swap = rowOf(lines, /^Swap:/u);
  return {
    totalBytes: located(total, main.line),
    availableBytes: older
      ? located(older.words[1], older.line)
      : located(availableAt < 0 ? undefined : main.words[availableAt], main.line),
    swapTotalBytes: swap && located(swap.words[0], swap.line),
    swapFreeBytes: swap && located(swap.words[2], swap.line),
  };
}

interface Row {
  readonly line: Line;
  readonly words: readonly string[];
}

function rowOf(lines: readonly Line[], label: RegExp): Row | undefined {
  const line = lines.find(({ text }) => label.test(text));
  return line && { line, words: line.text.replace(label, '').trim().split(/\s+/u) };
}

/** A host has more than 128 MiB, so a smaller number of KiB is one of MiB. */
const LEAST_KIB = 128 * 1024;
/** Nor does a number below this tell MiB from GiB. */
const LEAST_MIB = 1024;

/** Bytes that a number without a suffix counts: by the option in the name of the file, else by the size. */
function unitOf(path: string, total: string): number {
  const option = /free(?:_| )-(?<option>[bkmg])/u.exec(path)?.groups?.['option'];
  if (option !== undefined) return 1024 ** 'bkmg'.indexOf(option);
  const count = Number(total);
  if (Number.isNaN(count) || count >= LEAST_KIB) return 1024;
  if (count >= LEAST_MIB) return 1024 ** 2;
  throw new UnreadableError(`${path} does not say the unit of ${total}`);
}

// 8009912 · 15Gi · 1.9G · 1,9G · 0B
const SIZE = /^(?<number>\d+(?:[.,]\d+)?)(?<power>[BKMGTP])?i?B?$/iu;

function sizeOf(text: string, unit: number): number | undefined {
  const { number, power } = SIZE.exec(text)?.groups ?? {};
  if (number === undefined) return undefined;
  const value = Number(number.replace(',', '.'));
  return Math.round(
    power === undefined ? value * unit : value * 1024 ** 'BKMGTP'.indexOf(power.toUpperCase()),
  );
}
