const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

/** A size for people: MiB below one GiB, else GiB with one digit. */
export function byteText(bytes: number): string {
  return bytes < GIB ? `${Math.round(bytes / MIB)} MiB` : `${Math.round((bytes / GIB) * 10) / 10} GiB`;
}
