/** Bytes in which both packets that tell an encrypted message can be seen: keys of 8,192 bits have one of 1,100. */
export const PGP_HEAD = 2048;

// Packets of OpenPGP, by tag: a session key for a public key or a password, then the encrypted data
const PUBLIC_KEY_SESSION = 1;
const PASSWORD_SESSION = 3;
const DATA = [9, 18, 20];
/** RSA, ElGamal, ECDH, X25519, X448. */
const PUBLIC_KEY_ALGORITHMS = [1, 2, 16, 18, 25, 26];
/** Ways to make a key of a password. */
const PASSWORD_WAYS = [0, 1, 3, 4];
const MOST_CIPHER = 13;

interface Packet {
  readonly tag: number;
  readonly bodyAt: number;
  /** Undefined where it lasts to the end or comes in parts. */
  readonly length: number | undefined;
}

/** Whether bytes may begin an encrypted message: one sign, which is not enough. */
export function mayBePgp(head: Uint8Array): boolean {
  const packet = packetAt(head, 0);
  return packet?.length !== undefined && isSession(head, packet);
}

/** Whether bytes begin an encrypted message: a packet with a session key, and another one or the data behind it. */
export function isPgp(head: Uint8Array): boolean {
  const first = packetAt(head, 0);
  if (first?.length === undefined || !isSession(head, first)) return false;
  const second = packetAt(head, first.bodyAt + first.length);
  return second !== undefined && (DATA.includes(second.tag) || isSession(head, second));
}

function isSession(head: Uint8Array, { tag, bodyAt, length = 0 }: Packet): boolean {
  const version = head[bodyAt] ?? 0;
  if (tag === PUBLIC_KEY_SESSION) {
    return version === 3 && length > 30 && PUBLIC_KEY_ALGORITHMS.includes(head[bodyAt + 9] ?? 0);
  }
  if (tag !== PASSWORD_SESSION) return false;
  const cipher = head[bodyAt + 1] ?? 0;
  const isKnownCipher = cipher > 0 && cipher <= MOST_CIPHER;
  return version === 4 && length < 100 && isKnownCipher && PASSWORD_WAYS.includes(head[bodyAt + 2] ?? -1);
}

function packetAt(head: Uint8Array, at: number): Packet | undefined {
  const first = head[at] ?? 0;
  if (first < 0x80) return undefined;
  return first & 0x40 ? newPacket(head, at) : oldPacket(head, at);
}

function newPacket(head: Uint8Array, at: number): Packet {
  const tag = (head[at] ?? 0) & 0x3f;
  const one = head[at + 1] ?? 0;
  if (one < 192) return { tag, bodyAt: at + 2, length: one };
  if (one < 224) return { tag, bodyAt: at + 3, length: ((one - 192) << 8) + (head[at + 2] ?? 0) + 192 };
  return { tag, bodyAt: at + 2, length: undefined };
}

function oldPacket(head: Uint8Array, at: number): Packet {
  const first = head[at] ?? 0;
  const tag = (first >> 2) & 15;
  const one = head[at + 1] ?? 0;
  if ((first & 3) === 0) return { tag, bodyAt: at + 2, length: one };
  if ((first & 3) === 1) return { tag, bodyAt: at + 3, length: (one << 8) + (head[at + 2] ?? 0) };
  return { tag, bodyAt: at + ((first & 3) === 2 ? 5 : 1), length: undefined };
}
