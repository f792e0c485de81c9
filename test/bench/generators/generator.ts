/** A line that an analysis must find, by the address under which a report cites it. */
export interface PlantedLine {
  readonly entry: string;
  readonly line: number;
}

/** One file of a bundle that is made for the bench. */
export interface GeneratedFile {
  /** From the top of the archive. */
  readonly path: string;
  /** As it lies in the archive: a rotated log is compressed already. */
  readonly content: Buffer;
  /** Bytes of what a reader gets out of it in the end. */
  readonly expandedBytes: number;
  readonly planted: readonly PlantedLine[];
}

export interface GeneratedSize {
  readonly seed: number;
  /** Expanded bytes of the whole bundle, roughly. */
  readonly bytes: number;
}

/** Makes the files of one kind of bundle, the same for the same seed and size. */
export interface Generator {
  readonly name: string;
  /** Rises whenever other bytes come out of the same seed: archives in the cache are then made anew. */
  readonly version: number;
  files(size: GeneratedSize): Iterable<GeneratedFile>;
}
