import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

/** Unpacks a gzip file in Node and does nothing with it: what no analysis in Node can be faster than. */
const [path = ''] = process.argv.slice(2);
let bytes = 0;
const unpacked = createReadStream(path, { highWaterMark: 256 * 1024 }).pipe(
  createGunzip({ chunkSize: 512 * 1024 }),
);
for await (const chunk of unpacked) bytes += (chunk as Buffer).length;
console.log(bytes);
