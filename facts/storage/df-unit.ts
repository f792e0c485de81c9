/** What a number without a suffix counts: blocks of so many bytes. */
export interface DfUnit {
  readonly block: number;
}

const POWERS = 'KMGTPEZY';

// 1K-blocks · 1024-blocks · 2MB-blocks · 1K-Blöcke · 1K-ブロック
const BLOCKS = /(?:^|\s)(?<count>\d+)(?<power>[KMGTPE])?(?<si>B)?-\p{L}/iu;
const SUFFIXED = /[KMGTPEZY]i?B?$/iu;
/** The heading of sizes for people, in the languages of df that are often met. */
const FOR_PEOPLE = /\s(?:Size|Größe|Taille|Tamaño|Tam\.?|Dim\.?|Dimens\.?|Размер|サイズ|容量|크기)\s/u;

/** The unit by the heading, or by sizes with a suffix; undefined where neither tells. */
export function unitOf(header: string, sizes: readonly string[]): DfUnit | undefined {
  const { count, power, si } = BLOCKS.exec(header)?.groups ?? {};
  if (count !== undefined) return { block: Number(count) * powerOf(power, si === undefined ? 1024 : 1000) };
  return FOR_PEOPLE.test(header) || sizes.some((size) => SUFFIXED.test(size)) ? { block: 1 } : undefined;
}

// 4244032 · 1.5G · 1,5G · 15Gi · -
const SIZE = /^(?<number>-?\d+(?:[.,]\d+)?)(?<power>[KMGTPEZY])?/iu;

export function bytesOf(text: string, { block }: DfUnit): number {
  const { number, power } = SIZE.exec(text)?.groups ?? {};
  if (number === undefined) return 0;
  const value = Number(number.replace(',', '.'));
  return Math.round(power === undefined ? value * block : value * powerOf(power, 1024));
}

function powerOf(letter: string | undefined, base: number): number {
  return letter === undefined ? 1 : base ** (POWERS.indexOf(letter.toUpperCase()) + 1);
}
