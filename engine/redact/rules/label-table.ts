import { REDACTION_CLASSES, type RedactionClass, type RedactionWords } from '../../api/index.ts';
import { KIND_OF_CLASS, type SpanKind } from '../kinds.ts';

/**
 * Names of values, by class; a space stands for `-`, `_`, `.`, a space or nothing. A name fits that ends so: `password`
 * is DB_PASSWORD and proxy-password too, and no `password_expiry_days`.
 */
const GENERAL: Readonly<Partial<Record<RedactionClass, readonly string[]>>> = {
  hosts: ['hostname', 'host name', 'computer name', 'fqdn'],
  passwords: [
    'password',
    'passwd',
    'passphrase',
    'pass phrase',
    'user pass',
    'db pass',
    'proxy pass',
    'smtp pass',
    'mysql pass',
    'bindpw',
    'rootpw',
    'pwd',
  ],
  tokens: ['token', 'jwt'],
  secrets: ['secret', 'credential', 'credentials', 'connection string', 'webhook url'],
  keys: [
    'api key',
    'secret key',
    'private key',
    'encryption key',
    'signing key',
    'shared key',
    'preshared key',
    'pre shared key',
    'master key',
    'activation key',
    'subscription key',
    'access key',
    'auth key',
    'psk',
  ],
  cloud: [
    'secret access key',
    'access key id',
    'session token',
    'account key',
    'shared access key',
    'shared access signature',
    'amz signature',
    'amz credential',
    'amz security token',
    'sas token',
  ],
  cookies: ['cookie', 'jsessionid', 'phpsessid'],
  ids: [
    'machine id',
    'machine guid',
    'organization id',
    'organisation id',
    'org id',
    'tenant id',
    'device id',
    'subscription id',
    'product uuid',
    'system uuid',
    'vm id',
    'instance id',
    'customer id',
    'client id',
    'boot id',
  ],
  serials: [
    'serial number',
    'serial no',
    'id serial',
    'id serial short',
    'product serial',
    'board serial',
    'chassis serial',
    'service tag',
    'asset tag',
  ],
  blobs: ['license key', 'licence key', 'product key'],
};

/** Tells of what kind the value behind a name is; undefined for an ordinary name. */
export type LabelKind = (name: string) => SpanKind | undefined;

export interface LabelTable {
  readonly triggers: readonly string[];
  readonly kindOf: LabelKind;
}

export function labelTable(words: RedactionWords): LabelTable {
  const kinds = new Map<string, SpanKind>();
  const triggers = new Set<string>();
  for (const one of REDACTION_CLASSES) {
    for (const label of [...(GENERAL[one] ?? []), ...(words.labels[one] ?? [])]) {
      kinds.set(plainName(label), KIND_OF_CLASS[one]);
      for (const between of ['', '_', '-', '.', ' ']) triggers.add(label.replaceAll(' ', between));
    }
  }
  const longest = Math.max(...[...kinds.keys()].map((label) => label.length));
  const kindOf: LabelKind = (name) => {
    // PWD and OLDPWD are the folder one is in; Pwd= stands in connection strings.
    if (name === 'PWD' || name === 'OLDPWD') return undefined;
    const plain = plainName(name);
    for (let length = Math.min(longest, plain.length); length > 2; length--) {
      const kind = kinds.get(plain.slice(-length));
      if (kind !== undefined) return kind;
    }
    return undefined;
  };
  return { triggers: [...triggers], kindOf };
}

function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_. ]/gu, '');
}
