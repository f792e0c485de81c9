import { KINDS, SECRET_RANK, type SpanKind } from '../kinds.ts';
import { isPseudonym } from '../pseudonyms.ts';

/** What stands behind the name of a secret where none is set, or where it is kept elsewhere. */
const NONE =
  /^(?:|true|false|yes|no|on|off|none|null|nil|undefined|unset|unknown|unavailable|empty|n\/a|not[ _]?(?:set|specified|available|present|applicable|used|configured).*|enabled|disabled|required|optional|default(?: string)?|to be filled by.*|system serial number|0+|\**|x+|\.+|-+|<[^>]*>|\[?(?:redacted|masked|hidden)\]?|\$.*|%.*|\{\{.*|@.*@)$/iu;
/** Where passwords of users come from: nsswitch.conf. */
const SWITCH = /^(?:files|compat|sss|systemd|db|nis|nisplus|ldap|winbind|altfiles)(?:\s|$)/u;

/** Whether the value behind a name is one, and not a word that says that there is none. */
export function isSecretValue(value: string, kind: SpanKind): boolean {
  const plain = value.trim();
  if (NONE.test(plain) || isPseudonym(plain)) return false;
  if (kind === 'password') return !SWITCH.test(plain) && !/^(?:\/|\d{1,2}$)/u.test(plain);
  if (kind === 'id') return isId(plain);
  if (kind === 'serial') return plain.length >= 4 && plain.length <= 128 && /\d/u.test(plain);
  if (plain.length < 4) return false;
  // The place where a secret is kept, or a count of it.
  return KINDS[kind].rank !== SECRET_RANK || !/^(?:\/|file:|\d{1,5}$)/u.test(plain);
}

// 1a2b3c4d-0000-4000-8000-1a2b3c4d5e6f · 40 hex digits · i-0abc12345678 · CUST0012345
const ID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{16,128}|[a-z]{1,4}-[0-9a-f]{8,32})$/iu;

function isId(value: string): boolean {
  const bare = value.replace(/^\{(?<inside>.*)\}$/u, '$<inside>');
  if (/^[0-]+1?$/u.test(bare)) return false;
  return ID.test(bare) || (/^[\w-]{8,128}$/u.test(bare) && /\d{4}/u.test(bare) && /[a-z]/iu.test(bare));
}

/** A whole name with a letter in it: not `?`, no address, no pattern. */
export function isHostName(value: string): boolean {
  return /^(?=[^a-z]*[a-z])[a-z\d][\w.-]{1,252}$/iu.test(value) && !NONE.test(value);
}
