import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Why a request is turned away; undefined where it may pass. */
export type Refusal = 'host' | 'origin' | 'token' | 'method';

/** What a server on the loopback must ask before it answers: other pages and other users can reach its port too. */
export interface Guard {
  readonly port: number;
  readonly token: string;
}

export const COOKIE = 'bundlescope';

/** Name of the cookie: two desks on two ports of one host must not share it. */
export function cookieName(port: number): string {
  return `${COOKIE}-${port}`;
}

/** A page elsewhere can make a browser ask, but not with our Host, our Origin and our token. */
export function refusalOf(request: IncomingMessage, { port, token }: Guard): Refusal | undefined {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!hosts.includes(request.headers.host ?? '')) return 'host';
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`)) return 'origin';
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'origin';
  const { method } = request;
  if (method !== 'GET' && method !== 'POST') return 'method';
  if (method === 'POST' && origin === undefined) return 'origin';
  return isToken(cookieOf(request, port), token) ? undefined : 'token';
}

export function isToken(given: string | undefined, token: string): boolean {
  const a = Buffer.from(given ?? '');
  const b = Buffer.from(token);
  return a.length === b.length && timingSafeEqual(a, b);
}

function cookieOf(request: IncomingMessage, port: number): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === cookieName(port)) return value;
  }
  return undefined;
}
