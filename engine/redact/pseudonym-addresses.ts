/*
 * Pseudonyms of addresses are addresses: what reads a bundle must read the redacted one alike. They come from ranges
 * that no host has: 240.0.0.0/4, 2001:db8::/32 and the MAC addresses of the documentation, 00:00:5e.
 */

/** Numbers the parts of addresses below the parts before them, so that what shared a subnet shares one still. */
export class PartNumbers {
  readonly #numbers = new Map<string, Map<string, number>>();

  /** The number of a part among those that have the same parent, in the order in which they came, from `first`. */
  of(parent: string, part: string, first: number): number {
    const siblings = this.#numbers.get(parent) ?? new Map<string, number>();
    this.#numbers.set(parent, siblings);
    const known = siblings.get(part);
    if (known !== undefined) return known;
    const number = siblings.size + first;
    siblings.set(part, number);
    return number;
  }
}

/** First parts 240 to 254: 255 begins masks and the broadcast. */
const MOST_NETWORKS = 15 * 256;

/**
 * 10.20.30.40 → 240.0.1.1: the first two parts become a network, the third and the fourth are numbered in it. 0 and
 * 255 stay, for they name subnets and broadcasts.
 */
export function ipv4Pseudonym(address: string, numbers: PartNumbers): string | undefined {
  const [a = '', b = '', c = '', d = ''] = address.split('.');
  const network = numbers.of('ipv4', `${a}.${b}`, 0);
  if (network >= MOST_NETWORKS) return undefined;
  const third = numbered(numbers, `${a}.${b}`, c);
  const fourth = numbered(numbers, `${a}.${b}.${c}`, d);
  return `${240 + Math.floor(network / 256)}.${network % 256}.${third}.${fourth}`;
}

/** A permutation: 254 parts at most are numbered from 1. */
function numbered(numbers: PartNumbers, parent: string, part: string): number {
  return part === '0' || part === '255' ? Number(part) : numbers.of(parent, part, 1);
}

/** fe80::1a2b → fe80::1; 2a01:4f8:1:2::9 → 2001:db8:1:1::1. A network that ends in `::` stays one. */
export function ipv6Pseudonym(address: string, numbers: PartNumbers): string {
  const groups = ipv6Groups(address);
  const tail = groups.slice(4).join(':');
  const isNetwork = tail === '0:0:0:0';
  const host = (prefix: string): string => (isNetwork ? '' : numbers.of(prefix, tail, 1).toString(16));
  if (groups[0]?.startsWith('fe8')) return `fe80::${host('fe80')}`;
  const site = groups.slice(0, 3).join(':');
  const subnet = groups[3] ?? '0';
  const siteNumber = numbers.of('ipv6', site, 1).toString(16);
  const subnetNumber = subnet === '0' ? 0 : numbers.of(`ipv6 ${site}`, subnet, 1);
  return `2001:db8:${siteNumber}:${subnetNumber.toString(16)}::${host(`${site}:${subnet}`)}`;
}

/** The eight groups, without leading zeros, in small letters. */
function ipv6Groups(address: string): readonly string[] {
  const [before = '', after] = address.toLowerCase().split('::');
  const split = (part: string): string[] => (part === '' ? [] : part.split(':'));
  const left = split(before);
  const right = after === undefined ? [] : split(after);
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...(after === undefined ? [] : zeros), ...right].map((group) =>
    group.replace(/^0+(?=.)/u, ''),
  );
}

const FIRST_MAC = 0x5301;

/** 52:54:00:ab:cd:ef → 00:00:5e:00:53:01, with the same sign between its parts. */
export function macPseudonym(address: string, numbers: PartNumbers): string {
  const parts = address.toLowerCase().split(/[:-]/u).join(':');
  const number = numbers.of('mac', parts, FIRST_MAC);
  const hex = number.toString(16).padStart(6, '0').slice(-6);
  const between = address.includes('-') ? '-' : ':';
  return ['00', '00', '5e', hex.slice(0, 2), hex.slice(2, 4), hex.slice(4, 6)].join(between);
}
