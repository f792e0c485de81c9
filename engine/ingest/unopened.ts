import type { ProblemCode } from '../api/index.ts';

/** A format that is told and not opened. */
interface Unopened {
  /** What people call it. */
  readonly what: string;
  /** What its problem is: unpack it first, decrypt it first, or fetch what was meant again. */
  readonly code: Extract<ProblemCode, 'unsupported' | 'encrypted' | 'not-an-archive'>;
  /** Inside a bundle it is nobody's surprise. */
  readonly isUsual?: true;
}

const unsupported = (what: string): Unopened => ({ what, code: 'unsupported' });
const encrypted = (what: string): Unopened => ({ what, code: 'encrypted' });
const wrong = (what: string): Unopened => ({ what, code: 'not-an-archive', isUsual: true });

export const UNOPENED = {
  '7z': unsupported('a 7-Zip archive'),
  rar: unsupported('a RAR archive'),
  cab: unsupported('a cabinet archive'),
  cpio: unsupported('a cpio archive'),
  rpm: unsupported('an RPM package'),
  deb: unsupported('a Debian package'),
  iso: unsupported('an ISO 9660 image'),
  lzma: unsupported('an lzma stream'),
  lzip: unsupported('an lzip stream'),
  lzop: unsupported('an lzop stream'),
  lz4: unsupported('an LZ4 stream'),
  compress: unsupported('a stream of compress (.Z)'),
  evtx: unsupported('a log of Windows events'),
  pgp: encrypted('encrypted with PGP'),
  openssl: encrypted('encrypted by openssl'),
  age: encrypted('encrypted by age'),
  luks: encrypted('a LUKS volume'),
  elf: wrong('an ELF program'),
  exe: wrong('a Windows program'),
  html: wrong('an HTML page'),
  pdf: wrong('a PDF document'),
  image: wrong('an image'),
} as const satisfies Readonly<Record<string, Unopened>>;

export type UnopenedFormat = keyof typeof UNOPENED;

/** The table row, with the fields that not every row has. */
export function unopened(format: UnopenedFormat): Unopened {
  return UNOPENED[format];
}
