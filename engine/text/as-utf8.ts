import { TextDecoder } from 'node:util';

import { encodingOf, type Encoding } from './decode.ts';

/** Takes the chunks of one text and gives them as UTF-8: UTF-16 is told by the first of them; the rest stays as it is. */
export class AsUtf8 {
  #decoder: TextDecoder | undefined;
  #encoding: Encoding | undefined;

  get encoding(): Encoding {
    return this.#encoding ?? 'utf-8';
  }

  /** The bytes are those of the chunk itself wherever nothing had to be decoded. */
  chunk(bytes: Uint8Array): Uint8Array {
    if (this.#encoding === undefined) this.#begin(bytes);
    if (!this.#decoder) return bytes;
    return Buffer.from(this.#decoder.decode(bytes, { stream: true }), 'utf8');
  }

  /** What was left of a character that was cut by the end. */
  end(): Uint8Array {
    return this.#decoder ? Buffer.from(this.#decoder.decode(), 'utf8') : new Uint8Array(0);
  }

  #begin(head: Uint8Array): void {
    this.#encoding = encodingOf(head);
    if (this.#encoding !== 'utf-8') this.#decoder = new TextDecoder(this.#encoding);
  }
}
