import type { EntryPath, ProblemCode } from '../../api/index.ts';
import { ByteReader } from '../byte-reader.ts';
import type { IngestContext } from '../context.ts';
import { IngestStop } from '../ingest-stop.ts';
import type { Limits } from '../limits.ts';
import { StreamDamage } from './stream-damage.ts';

/** Packed bytes from which content comes before they are taken: a piece for zlib. */
const MOST_IN_WORK = 64 * 1024;

/** What an unpacker is given. */
export interface Packed {
  readonly packed: ByteReader;
  readonly limits: Limits;
  /** Takes down what does not end the reading, at the place where the packed stream stands. */
  note(code: ProblemCode, detail: string): void;
}

/**
 * Unpacks a stream: all members, streams or frames of it, their checksums compared. Gives large chunks, each valid
 * until the next is asked for. Throws StreamDamage where it cannot go on; where it can, behind something that is lost,
 * it gives the damage in place of that.
 */
export type Unpacker = (given: Packed) => AsyncGenerator<Uint8Array | StreamDamage, void>;

/** A reader of what an unpacker gives, under the limits; damage is noted for the entry. */
export function unpackedReader(
  unpack: Unpacker,
  packed: ByteReader,
  entry: EntryPath,
  context: IngestContext,
): ByteReader {
  const { limits } = context;
  const start = packed.offset;
  let expanded = 0;
  const note = (code: ProblemCode, detail: string): void => context.note(code, detail, entry, packed.offset);
  const chunks = unpack({ packed, limits, note });

  async function pull(): Promise<Uint8Array | undefined> {
    try {
      let { value } = await chunks.next();
      while (value instanceof StreamDamage) {
        tell(value);
        reader.markBreak();
        ({ value } = await chunks.next());
      }
      if (!value) return undefined;
      expanded += value.length;
      context.unpacked(value.length);
      // What an engine is still at work on is buffered: it is used, and not counted yet.
      const inWork = Math.min(packed.buffered, MOST_IN_WORK);
      refuseBomb(expanded, packed.offset - start + inWork, limits);
      return value;
    } catch (error) {
      await chunks.return();
      // A cancel closes what is read from, which then looks cut.
      context.check();
      // A stop of the whole run is nobody's damage; what broke the stream below was noted there.
      if (!(error instanceof IngestStop) && error !== packed.broken) tell(error as Error);
      throw error;
    }
  }
  function tell(error: Error): void {
    const code = error instanceof StreamDamage ? error.code : 'damaged';
    note(code, `${error.message}, after ${expanded} unpacked bytes`);
  }
  const reader = new ByteReader(pull, async () => void (await chunks.return()));
  return reader;
}

function refuseBomb(expanded: number, read: number, { ratio, ratioFloorBytes }: Limits): void {
  if (expanded <= ratioFloorBytes || expanded <= ratio * read) return;
  throw new StreamDamage('limit-ratio', `It expands more than ${ratio} times; the rest was not read`);
}
