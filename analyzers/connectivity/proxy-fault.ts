import { isScript } from './proxy-sources.ts';

export type ProxyFault = 'placeholder' | 'scheme' | 'port' | 'trailing' | 'form';

/** What keeps a value from being the address of a proxy. A script, or a word for none, is another matter. */
export function proxyFault(value: string): ProxyFault | undefined {
  const text = value.trim();
  if (/example do not use|<[^<>]*>|:port\/?$/iu.test(text)) return 'placeholder';
  if (isScript(text) || /^(?:|none|_none_|direct|auto)$/iu.test(text)) return undefined;
  if (!text.includes('://')) return 'scheme';
  const found = ADDRESS.exec(text)?.groups;
  if (!found) return 'form';
  if (found['port'] === undefined && /^\/?$/u.test(found['rest'] ?? '')) return 'port';
  return found['port'] !== undefined && /^\/?$/u.test(found['rest'] ?? '') ? undefined : 'trailing';
}

/** Name and port in small letters, where the value is an address: `proxy.example:3128`. */
export function proxyAddress(value: string): string | undefined {
  if (proxyFault(value) !== undefined) return undefined;
  const { host = '', port = '' } = ADDRESS.exec(value.trim())?.groups ?? {};
  return host === '' ? undefined : `${host}:${port}`.toLowerCase();
}

// http://proxy.example:3128/ · http://***@proxy.example:3128 · http://[2001:db8::1]:3128
const ADDRESS =
  /^[a-z][a-z\d+.-]{0,20}:\/\/(?:\*{3}@)?(?<host>\[[\da-f:.]+\]|[^\s:/?#[\]@]+)(?::(?<port>\d{1,5})(?!\d))?(?<rest>.*)$/iu;
