import { closeSync, mkdtempSync, openSync, readSync, rmdirSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

const MEMORY_BYTES = 8 * 1024 * 1024;
const PIECE_BYTES = 1024 * 1024;

/** Takes bytes in their order. */
export interface Output {
  write(bytes: Uint8Array): void;
}

/** Content whose size must be known before it is written: in memory while it is small, then in a private file. */
export class Spool implements Output {
  #parts: Uint8Array[] = [];
  #file: number | undefined;
  #path: string | undefined;
  size = 0;
  crc = 0;

  write(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.crc = crc32(bytes, this.crc);
    if (this.#file === undefined && this.size + bytes.length > MEMORY_BYTES) this.#toFile();
    this.size += bytes.length;
    if (this.#file === undefined) this.#parts.push(Uint8Array.from(bytes));
    else writeAll(this.#file, bytes);
  }

  /** Gives all of it, piece by piece, and lets it go. */
  copyTo(output: Output): void {
    try {
      for (const part of this.#parts) output.write(part);
      if (this.#file === undefined) return;
      const piece = Buffer.allocUnsafe(PIECE_BYTES);
      for (let at = 0; at < this.size;) {
        const count = readSync(this.#file, piece, 0, PIECE_BYTES, at);
        if (count === 0) throw new Error('A spool ends early');
        output.write(piece.subarray(0, count));
        at += count;
      }
    } finally {
      this.close();
    }
  }

  close(): void {
    this.#parts = [];
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
    if (this.#path !== undefined) unlinkSync(this.#path);
    this.#path = undefined;
  }

  /** The file loses its name at once where the system lets it, so that nothing is left of it whatever happens. */
  #toFile(): void {
    const folder = mkdtempSync(join(tmpdir(), 'bundlescope-redact-'));
    const path = join(folder, 'spool');
    this.#file = openSync(path, 'wx+', 0o600);
    try {
      unlinkSync(path);
      rmdirSync(folder);
    } catch {
      // Windows keeps the name of an open file.
      this.#path = path;
    }
    for (const part of this.#parts) writeAll(this.#file, part);
    this.#parts = [];
  }
}

/** A disk that is full takes a part only; the next try says so. */
export function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}
