import type { ByteReader } from '../byte-reader.ts';
import { turn } from '../turn.ts';
import { LzmaDecoder } from './lzma-decoder.ts';
import { LzmaWindow } from './lzma-window.ts';
import { StreamDamage } from './stream-damage.ts';

/** Chunks are gathered to this size before they are given. */
const ENOUGH = 256 * 1024;
// The first byte of a chunk: the end; plain bytes, with a new dictionary or without; from 0x80 on LZMA, with a new
// state, properties, dictionary from each next step on
const PLAIN_NEW = 1;
const PLAIN = 2;
const LZMA = 0x80;
const NEW_STATE = 0xa0;
const NEW_PROPERTIES = 0xc0;
const NEW_DICTIONARY = 0xe0;

/** LZMA2, as it lies in xz: chunks of up to 64 KiB that unpack to up to 2 MiB. */
export async function* unpackLzma2(packed: ByteReader, dictionary: number): AsyncGenerator<Uint8Array, void> {
  const window = new LzmaWindow(dictionary);
  const chunks = new ChunkDecoder(window);
  let damage: StreamDamage | undefined;
  while (!damage) {
    await turn();
    const head = await readHead(packed);
    if (head === 'end') break;
    if (head instanceof StreamDamage) {
      damage = head;
      break;
    }
    const isWhole = await packed.fill(head.packedSize);
    if (!window.fits(head.size)) yield window.give();
    window.makeRoom(head.size);
    damage = chunks.decode(head, packed.take(head.packedSize));
    if (!isWhole) damage = truncated();
    if (window.fresh >= ENOUGH) yield window.give();
  }
  if (window.fresh > 0) yield window.give();
  if (damage) throw damage;
}

interface ChunkHead {
  readonly control: number;
  readonly size: number;
  readonly packedSize: number;
  readonly properties: number | undefined;
}

async function readHead(packed: ByteReader): Promise<ChunkHead | 'end' | StreamDamage> {
  if (!(await packed.fill(1))) return truncated();
  const control = packed.peek(1)[0] ?? 0;
  if (control === 0) {
    packed.take(1);
    return 'end';
  }
  if (control > PLAIN && control < LZMA) return damaged();
  const length = control < LZMA ? 3 : control < NEW_PROPERTIES ? 5 : 6;
  if (!(await packed.fill(length))) return truncated();
  const head = Buffer.from(packed.take(length));
  const size = head.readUInt16BE(1) + 1;
  if (control < LZMA) return { control, size, packedSize: size, properties: undefined };
  return {
    control,
    size: size + ((control & 0x1f) << 16),
    packedSize: head.readUInt16BE(3) + 1,
    properties: head[5],
  };
}

/** Unpacks chunk after chunk into the window; each may go on from the one before it or begin anew. */
class ChunkDecoder {
  readonly #window: LzmaWindow;
  readonly #lzma: LzmaDecoder;
  #needsDictionary = true;
  #needsProperties = true;

  constructor(window: LzmaWindow) {
    this.#window = window;
    this.#lzma = new LzmaDecoder(window);
  }

  /** Says what is wrong with a chunk; what stands before that in it is in the window. */
  decode(head: ChunkHead, chunk: Uint8Array): StreamDamage | undefined {
    if (!this.#begin(head)) return damaged();
    if (head.control >= LZMA) return this.#lzma.decode(chunk, head.size) ? undefined : damaged();
    this.#window.bytes.set(chunk, this.#window.at);
    this.#window.wrote(chunk.length);
    this.#lzma.position += chunk.length;
    return undefined;
  }

  #begin({ control, properties }: ChunkHead): boolean {
    if (control === PLAIN_NEW || control >= NEW_DICTIONARY) {
      this.#window.forget();
      this.#lzma.position = 0;
      this.#needsDictionary = false;
      this.#needsProperties = true;
    }
    if (this.#needsDictionary) return false;
    if (control < LZMA) return true;
    if (properties !== undefined) this.#needsProperties = !this.#lzma.setProperties(properties);
    if (this.#needsProperties) return false;
    if (control >= NEW_STATE) this.#lzma.resetState();
    return true;
  }
}

function truncated(): StreamDamage {
  return new StreamDamage('truncated', 'The xz stream ends early');
}

function damaged(): StreamDamage {
  return new StreamDamage('damaged', 'A chunk of the xz stream is damaged');
}
