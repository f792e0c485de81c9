import type { Located } from '../../engine/api/index.ts';

const bytes = (describes: string) => ({ type: 'number', describes, unit: 'bytes' }) as const;

/** What is known of the memory; also the names of the values. */
export const memoryFields = {
  totalBytes: bytes('Memory of the host'),
  availableBytes: bytes('Memory that programs can still have'),
  swapTotalBytes: bytes('Swap space'),
  swapFreeBytes: bytes('Free swap space'),
} as const;

/** Sizes in bytes, each at its line. */
export type Memory = Readonly<Record<keyof typeof memoryFields, Located<number> | undefined>>;
