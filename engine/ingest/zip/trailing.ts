import type { ByteReader } from '../byte-reader.ts';
import type { NoteZip } from './read-forward.ts';

/** Reads what stands behind the end of a zip, and tells it unless it is padding. */
export async function noteTrailing(body: ByteReader, note: NoteZip): Promise<void> {
  const from = body.offset;
  let isPadding = true;
  for (let part = await body.read(); part; part = await body.read()) {
    if (isPadding && !part.every((byte) => byte === 0)) isPadding = false;
  }
  if (isPadding) return;
  const bytes = body.offset - from;
  note('trailing-data', `${bytes} bytes behind the end of the zip do not belong to it`, from);
}
