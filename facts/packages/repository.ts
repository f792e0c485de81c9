/** One source of packages. */
export interface Repository {
  /** Name of the section in a `.repo` file; empty in a list of apt. */
  readonly id: string;
  /** The first address. */
  readonly url: string;
  /** Release of the distribution that apt asks for: jammy, insiders-fast; empty elsewhere. */
  readonly suite: string;
  readonly enabled: boolean;
}
