// bundle.zip, sosreport.tar.xz, supportconfig.txz
const ARCHIVE = /\.(?:zip|7z|rar|tar|tgz|tbz2?|txz|tzst|tar\.(?:gz|xz|bz2|zst|lzma|lz|lz4))$/iu;
// messages.1.gz.tailed: sos keeps only the end of a file that is too large, packed or not
const TAILED = /\.(?<packing>gz|xz|bz2|zst)\.tailed$/iu;

export function isNamedAsArchive(name: string): boolean {
  return ARCHIVE.test(name);
}

/** What a file is that is named as an archive and does not begin as one. */
export function instead(head: Uint8Array): string {
  const start = Buffer.from(head).toString('latin1').trimStart();
  if (head.includes(0)) return 'begins as no archive does';
  return start.startsWith('{') || start.startsWith('[') ? 'is a JSON text' : 'is a text';
}

/** The compression of which a file is the end without the beginning. */
export function tailOf(name: string): string | undefined {
  return TAILED.exec(name)?.groups?.['packing']?.toLowerCase();
}
