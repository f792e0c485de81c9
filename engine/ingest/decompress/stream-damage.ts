import type { ProblemCode } from '../../api/index.ts';

/** Thrown by an unpacker where a packed stream cannot be read on. What was unpacked before it counts. */
export class StreamDamage extends Error {
  readonly code: ProblemCode;

  constructor(code: ProblemCode, detail: string) {
    super(detail);
    this.name = 'StreamDamage';
    this.code = code;
  }
}

/** True for what is wrong with some bytes, and may be right again behind them. */
export function isLocal(error: unknown): error is StreamDamage {
  return error instanceof StreamDamage && ['damaged', 'checksum-mismatch', 'truncated'].includes(error.code);
}
