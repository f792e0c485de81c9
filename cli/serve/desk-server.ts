import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Workspace } from '../../workspace/workspace.ts';
import { say } from '../say.ts';
import { streamEvents } from './event-stream.ts';
import { cookieName, isToken, refusalOf, type Guard } from './guard.ts';
import { HEADERS } from './headers.ts';
import type { StaticFile } from './static-files.ts';
import { TooLargeError, type Uploads } from './uploads.ts';

/** A question is small; only pasted text is larger. */
const MOST_QUESTION_BYTES = 16 * 1024 * 1024;
const HOST = '127.0.0.1';

export interface DeskServerParts {
  readonly workspace: Workspace;
  readonly uploads: Uploads;
  readonly files: ReadonlyMap<string, StaticFile>;
}

export interface DeskServer {
  /** With the token, for the person who started it. */
  readonly address: string;
  close(): Promise<void>;
}

/** Serves the screen and its questions on the loopback alone. Port 0 takes a free one. */
export async function startDeskServer(parts: DeskServerParts, port: number): Promise<DeskServer> {
  const server = createServer();
  await listening(server, port);
  const guard: Guard = {
    port: (server.address() as AddressInfo).port,
    token: randomBytes(32).toString('base64url'),
  };
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response, guard, parts).catch(() => {
      if (!response.headersSent) send(response, 500, say('serve.fault'));
      else response.destroy();
    });
  });
  return {
    address: `http://${HOST}:${guard.port}/?token=${guard.token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  guard: Guard,
  parts: DeskServerParts,
): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${HOST}:${guard.port}`);
  const refusal = refusalOf(request, guard);
  if (
    refusal === 'token' &&
    url.pathname === '/' &&
    isToken(url.searchParams.get('token') ?? '', guard.token)
  ) {
    return welcome(response, guard);
  }
  if (refusal !== undefined) return send(response, 403, say(`serve.refused.${refusal}`));
  // A bookmark with the token leads to the page without it.
  if (url.searchParams.has('token')) return redirect(response, '/');
  if (request.method === 'POST') return post(request, response, url, parts);
  if (url.pathname === '/events') return streamEvents(parts.workspace, request, response);
  if (url.pathname.startsWith('/link/')) return link(response, url, parts);
  if (url.pathname.startsWith('/export/')) return download(response, url, parts);
  const file = parts.files.get(url.pathname);
  if (!file) return send(response, 404, say('serve.notFound'));
  response.writeHead(200, { ...HEADERS, 'Content-Type': file.type });
  response.end(file.bytes);
}

/** The token goes from the address into a cookie that no script sees. */
function welcome(response: ServerResponse, { port, token }: Guard): void {
  const cookie = `${cookieName(port)}=${token}; HttpOnly; SameSite=Strict; Path=/`;
  response.writeHead(303, { ...HEADERS, 'Set-Cookie': cookie, Location: '/' });
  response.end();
}

async function post(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  { workspace, uploads }: DeskServerParts,
): Promise<void> {
  if (url.pathname === '/offer') return upload(request, response, url, workspace, uploads);
  if (!url.pathname.startsWith('/ask/')) return send(response, 404, say('serve.notFound'));
  const body = await bodyOf(request);
  if (body === undefined) return send(response, 413, say('serve.tooLarge'));
  const reply = await workspace.ask(url.pathname.slice('/ask/'.length), parsed(body));
  json(response, reply);
}

async function upload(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  workspace: Workspace,
  uploads: Uploads,
): Promise<void> {
  try {
    const { path, name, bytes } = await uploads.take(request, url.searchParams.get('name') ?? '');
    const { id } = workspace.offers.add({ name, origin: 'upload', path, bytes });
    json(response, { ok: true, offer: id });
  } catch (error) {
    if (request.destroyed && !request.complete) return;
    const tooLarge = error instanceof TooLargeError;
    const reason = error instanceof Error ? error.message : String(error);
    json(response, {
      ok: false,
      detail: tooLarge ? say('serve.uploadTooLarge') : say('serve.upload', { reason }),
    });
  }
}

/** Only addresses that checks bring along can be reached. */
function link(response: ServerResponse, url: URL, { workspace }: DeskServerParts): void {
  const found = /^\/link\/(?<analyzer>[\w-]+\/[\w-]+)\/(?<index>\d{1,3})$/u.exec(url.pathname)?.groups;
  const href = found && workspace.linkOf(found['analyzer'] ?? '', Number(found['index']));
  if (href === undefined) return send(response, 404, say('serve.notFound'));
  redirect(response, href);
}

/** An export goes out once, and is saved, never shown: whatever it holds, no page of ours is made of it. */
function download(response: ServerResponse, url: URL, { workspace }: DeskServerParts): void {
  const file = workspace.takeExport(url.pathname.slice('/export/'.length));
  if (!file) return send(response, 404, say('serve.notFound'));
  response.writeHead(200, {
    ...HEADERS,
    'Content-Type': file.mediaType,
    'Content-Disposition': `attachment; filename="${file.name}"`,
    'Content-Length': file.content.length,
  });
  response.end(file.content);
}

/** Undefined where it is larger than any question. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > MOST_QUESTION_BYTES) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    // What is no JSON fits no question, and the workspace says so.
    return undefined;
  }
}

function json(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { ...HEADERS, 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(value));
}

function redirect(response: ServerResponse, to: string): void {
  response.writeHead(303, { ...HEADERS, Location: to });
  response.end();
}

function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...HEADERS, 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}
