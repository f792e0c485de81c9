import type { RandomAccess } from '../random-access.ts';
import { descriptorAt, MOST_DESCRIPTOR } from './local-header.ts';
import { markIn } from './resync.ts';

const WINDOW = 256 * 1024;
const OVERLAP = MOST_DESCRIPTOR + 4;

/**
 * The packed size of a member that says it only behind its data: up to the first mark in front of which a descriptor
 * tells just that size. Where there is none, up to the first mark, or to the end.
 */
export async function searchDescriptor(access: RandomAccess, dataStart: number): Promise<number> {
  let firstMark: number | undefined;
  for (let from = dataStart; from < access.size; from += WINDOW - OVERLAP) {
    const bytes = await access.read(from, WINDOW);
    for (let at = nextMark(bytes, 0); at !== undefined; at = nextMark(bytes, at + 1)) {
      firstMark ??= from + at;
      const size = describedSize(bytes, at, from - dataStart);
      if (size !== undefined) return size;
    }
  }
  return (firstMark ?? access.size) - dataStart;
}

/** The size that a descriptor right before the mark tells, where it agrees with its own place. */
function describedSize(bytes: Buffer, mark: number, before: number): number | undefined {
  for (const length of [16, 24, 12, 20]) {
    const start = mark - length;
    if (start < 0 || before + start < 0) continue;
    if (descriptorAt(bytes.subarray(start, mark + 2), before + start)?.length === length)
      return before + start;
  }
  return undefined;
}

function nextMark(bytes: Buffer, from: number): number | undefined {
  const found = markIn(bytes.subarray(from));
  return found === undefined ? undefined : from + found;
}
