import { randomBytes } from 'node:crypto';

/** A file that was made for a screen. */
export interface ExportFile {
  /** Safe on any system. */
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/** Exports that nobody fetched; older ones go. */
const MOST_WAITING = 16;

/** Exports that wait to be fetched: each once, by an id that only the screen knows that asked. */
export class ExportBook {
  readonly #files = new Map<string, ExportFile>();

  keep(file: ExportFile): string {
    const id = `x${randomBytes(8).toString('hex')}`;
    this.#files.set(id, file);
    for (const oldest of this.#files.keys()) {
      if (this.#files.size <= MOST_WAITING) break;
      this.#files.delete(oldest);
    }
    return id;
  }

  /** Hands it out and forgets it. */
  take(id: string): ExportFile | undefined {
    const file = this.#files.get(id);
    this.#files.delete(id);
    return file;
  }
}
