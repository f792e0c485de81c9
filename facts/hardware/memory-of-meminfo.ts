import type { Line, Located } from '../../engine/api/index.ts';
import type { Memory } from './memory-fields.ts';

// MemTotal:        8009912 kB
const LINE =
  /^(?<name>Mem(?:Total|Free|Available)|Buffers|Cached|Swap(?:Total|Free)):\s+(?<kib>\d+)(?: kB)?\s*$/u;

/** From /proc/meminfo; undefined where the text has another form. */
export function memoryOfMeminfo(lines: readonly Line[]): Memory | undefined {
  const values = new Map<string, Located<number>>();
  for (const { text, at } of lines) {
    const { name, kib } = LINE.exec(text)?.groups ?? {};
    if (name && kib && !values.has(name)) values.set(name, { value: Number(kib) * 1024, at });
  }
  const totalBytes = values.get('MemTotal');
  if (!totalBytes) return undefined;
  return {
    totalBytes,
    availableBytes: values.get('MemAvailable') ?? reclaimable(values),
    swapTotalBytes: values.get('SwapTotal'),
    swapFreeBytes: values.get('SwapFree'),
  };
}

/** Kernels before 3.14 do not say what is available: free memory and what can be given back is near it. */
function reclaimable(values: ReadonlyMap<string, Located<number>>): Located<number> | undefined {
  const free = values.get('MemFree');
  if (!free) return undefined;
  const kept = (values.get('Buffers')?.value ?? 0) + (values.get('Cached')?.value ?? 0);
  return { value: free.value + kept, at: free.at };
}
