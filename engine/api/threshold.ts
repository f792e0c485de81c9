/** A number that experience and no document gives: the user may set another. */
export interface Threshold {
  /** `area.thing`, unique. */
  readonly id: string;
  readonly describes: string;
  /** Unit of the number: 'minutes', 'bytes', '%', 'rules'. */
  readonly unit: string;
  readonly default: number;
  /** The smallest and largest number that makes sense. */
  readonly min: number;
  readonly max: number;
}

export function defineThreshold(threshold: Threshold): Threshold {
  return threshold;
}
