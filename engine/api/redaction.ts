/** What redaction can take out, in the order in which a preview lists it. */
export const REDACTION_CLASSES = [
  'hosts',
  'users',
  'ipv4',
  'ipv6',
  'mac',
  'email',
  'ids',
  'serials',
  'blobs',
  'tokens',
  'keys',
  'passwords',
  'secrets',
  'private-keys',
  'cloud',
  'cookies',
] as const;
export type RedactionClass = (typeof REDACTION_CLASSES)[number];

/** What an identity is; a domain is of the class of hosts. */
export type IdentityKind = 'host' | 'domain' | 'user' | 'id' | 'serial';

/** Something that tells whose host it is. Learned in one place, it is found in all others. */
export interface Identity {
  readonly kind: IdentityKind;
  readonly value: string;
}

/** The identities that the value of a fact holds, by kind; what the bundle does not tell is undefined. */
export type IdentitiesOf = Readonly<Partial<Record<IdentityKind, readonly (string | undefined)[]>>>;

/** What a field of work knows of names: which are everyone's, and how it calls what is secret. */
export interface RedactionWords {
  /** Names of hosts that tell nothing of the customer, with all names below them: `microsoft.com`. */
  readonly publicHosts: readonly string[];
  /** Users that systems and packages bring. */
  readonly systemUsers: readonly string[];
  /** Words that a host or a user may be called and that stand in ordinary text too: found by their context only. */
  readonly everydayWords: readonly string[];
  /** Names of values besides the general ones, in small letters without `-`, `_`, `.` and spaces. */
  readonly labels: Readonly<Partial<Record<RedactionClass, readonly string[]>>>;
}

/** What was taken out of a report or bundle. */
export interface RedactionDone {
  readonly classes: readonly RedactionClass[];
  /** Classes with anything in them: how many different values, and how often one was replaced. */
  readonly counts: readonly {
    readonly class: RedactionClass;
    readonly values: number;
    readonly places: number;
  }[];
}
