/** The beginning of a line whose end has not come yet. It grows by doubling, so that many small pieces cost no more than few. */
export class UnfinishedLine {
  #bytes: Buffer = Buffer.alloc(0);
  length = 0;

  get value(): Buffer {
    return this.#bytes.subarray(0, this.length);
  }

  append(piece: Uint8Array): void {
    const length = this.length + piece.length;
    if (length > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(length, this.#bytes.length * 2));
      larger.set(this.value);
      this.#bytes = larger;
    }
    this.#bytes.set(piece, this.length);
    this.length = length;
  }

  /** Gives what there is and begins anew. */
  take(): Buffer {
    const taken = this.value;
    this.#bytes = Buffer.alloc(0);
    this.length = 0;
    return taken;
  }
}
