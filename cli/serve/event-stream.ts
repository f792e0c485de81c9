import type { IncomingMessage, ServerResponse } from 'node:http';

import type { DeskEvent } from '../../workspace/contract/events.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { HEADERS } from './headers.ts';

/** Progress comes many times a second; a screen needs it a few times. */
const EVERY_MILLISECONDS = 100;
const KEEP_ALIVE_MILLISECONDS = 15_000;

/** Tells one tab what happens, as server-sent events, until it goes away. Of a bundle's states the last counts. */
export function streamEvents(workspace: Workspace, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/event-stream; charset=utf-8' });
  response.write(': open\n\n');
  const waiting = new Map<string, DeskEvent>();
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    timer = undefined;
    for (const event of waiting.values()) response.write(`data: ${JSON.stringify(event)}\n\n`);
    waiting.clear();
  };
  const stop = workspace.listen((event) => {
    const key = keyOf(event);
    // The newest state goes last, behind what happened before it.
    waiting.delete(key);
    waiting.set(key, event);
    timer ??= setTimeout(flush, EVERY_MILLISECONDS);
  });
  const alive = setInterval(() => response.write(': alive\n\n'), KEEP_ALIVE_MILLISECONDS);
  request.on('close', () => {
    stop();
    clearTimeout(timer);
    clearInterval(alive);
  });
}

function keyOf(event: DeskEvent): string {
  if (event.type === 'bundle') return `bundle ${event.bundle.id}`;
  return 'id' in event ? `${event.type} ${event.id}` : event.type;
}
