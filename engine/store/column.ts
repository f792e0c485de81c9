/** Numbers that are added one by one, eight bytes each: an index of millions of rows without millions of objects. */
export class Column {
  #values = new Float64Array(64);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) this.#grow();
    this.#values[this.length++] = value;
  }

  at(index: number): number {
    return index < this.length ? (this.#values[index] ?? 0) : 0;
  }

  set(index: number, value: number): void {
    while (this.length <= index) this.push(0);
    this.#values[index] = value;
  }

  /** The last index in `[from, to)` whose value is below `wanted`; the values rise. `from` where none is. */
  lastBelow(wanted: number, from: number, to: number): number {
    let low = from;
    let high = to - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.at(middle) < wanted) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #grow(): void {
    const larger = new Float64Array(this.#values.length * 2);
    larger.set(this.#values);
    this.#values = larger;
  }
}
