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
