import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

/** Unpacks a gzip file and packs it again as a whole: what no redaction in Node can be faster than. */
const [path = '', output = ''] = process.argv.slice(2);
const chunkSize = 512 * 1024;
await pipeline(
  createReadStream(path, { highWaterMark: 256 * 1024 }),
  createGunzip({ chunkSize }),
  createGzip({ chunkSize }),
  createWriteStream(output),
);
