import {
  NotCollectedError,
  textFact,
  UnreadableError,
  type Line,
  type Located,
  type TextEntry,
} from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { readJson } from '../json-lines.ts';
import { threatsIn, type Threat } from './threat.ts';

export type { Threat } from './threat.ts';

export interface ThreatList {
  readonly threats: readonly Located<Threat>[];
  /** The line that says that there are none. */
  readonly none: Located<string> | undefined;
}

/**
 * The history of threats, as `mdatp threat list` prints it; what was dealt with stays in it:
 *
 *   Id: "2f0c6c1e-…"
 *   Name: Virus:DOS/EICAR_Test_File
 *   Type: "virus"
 *   Detection time: Sun Jun 21 23:17:07 2026
 *   Status: "quarantined"
 */
export const threatList = textFact<ThreatList>({
  name: 'mdatp.threat-list',
  describes: 'Threats that the agent has found, dealt with or not',
  collect: { title: 'mdatp threat list', command: 'sudo mdatp threat list > threat_list.txt' },
  fields: {
    threats: {
      type: 'rows',
      describes: 'Threats',
      row: {
        name: { type: 'string', describes: 'Name' },
        type: { type: 'string', describes: 'Type' },
        status: { type: 'string', describes: 'What became of it' },
        detected: { type: 'string', describes: 'When it was found, as written' },
        path: { type: 'string', describes: 'Where it was found' },
      },
    },
    none: { type: 'string', describes: 'Statement that there are no threats' },
  },
  view: { kind: 'table', title: 'Threats', rows: 'threats' },
  from: {
    'client-analyzer': 'threat_list.txt',
    plain: ['threat_list.txt', 'threat_list.json', 'mdatp_threat_list*', 'mdatp-threat-list*', 'threats.txt'],
  },
  looksLike: (head) =>
    /^\s*Detection time\s*:/imu.test(head) &&
    /^\s*Name\s*:\s*"?[A-Za-z]+:/mu.test(head) &&
    /^\s*Status\s*:/imu.test(head),
  parse,
});

function parse(entry: TextEntry): ThreatList {
  refuseFailedCommand(entry);
  const lines = entry.lines();
  const none = lines.find(({ text }) => /^\s*no threats?\b/iu.test(text));
  const start = lines.findIndex(({ text }) => /^\s*[[{]/u.test(text));
  const isJson = start >= 0 && !lines.slice(0, start).some(({ text }) => PROPERTY.test(text));
  const threats = isJson ? jsonThreats(lines.slice(start)) : textThreats(lines);
  if (threats.length === 0 && !none && !isJson) refuseOther(entry);
  return { threats, none: none && { value: none.text.trim(), at: none.at } };
}

// Name: Virus:DOS/EICAR_Test_File · Detection time: Sun Jun 21 23:17:07 2026
const PROPERTY =
  /^\s*(?<key>Id|Name|Type|Detection time|Status|Paths?|Files?|Resources?)\s*:\s?(?<value>.*)$/iu;

function textThreats(lines: readonly Line[]): readonly Located<Threat>[] {
  const blocks: { properties: Map<string, string>; at: Line['at'] }[] = [];
  let open: (typeof blocks)[number] | undefined;
  for (const { text, at } of lines) {
    const { key, value } = PROPERTY.exec(text)?.groups ?? {};
    if (key === undefined) {
      if (/^\s*(?:[-=]{3,}.*)?$/u.test(text)) open = undefined;
      continue;
    }
    const name = key.toLowerCase().replace(/s$/u, (end) => (key.toLowerCase() === 'status' ? end : ''));
    if (!open || open.properties.has(name)) {
      open = { properties: new Map(), at };
      blocks.push(open);
    }
    open.properties.set(name, unquoted(value ?? ''));
    if (name === 'name') open.at = at;
  }
  return blocks.filter(({ properties }) => properties.has('name')).map(threatOf);
}

function threatOf({ properties, at }: { properties: Map<string, string>; at: Line['at'] }): Located<Threat> {
  const first = (...names: readonly string[]): string =>
    names.map((name) => properties.get(name)).find((value) => value !== undefined) ?? '';
  return {
    value: {
      name: first('name'),
      type: first('type'),
      status: first('status').toLowerCase(),
      detected: first('detection time'),
      path: first('path', 'file', 'resource'),
    },
    at,
  };
}

function unquoted(text: string): string {
  return text.trim().replace(/^"(.*)"$/u, '$1');
}

function jsonThreats(lines: readonly Line[]): readonly Located<Threat>[] {
  const { root } = readJson(lines, { trailing: true });
  return root ? threatsIn(root) : [];
}

function refuseOther(entry: TextEntry): never {
  const complaint = entry.lines().find(({ text }) => /could not|cannot|^error/iu.test(text));
  if (complaint) throw new NotCollectedError(`${entry.path} says: ${complaint.text.trim().slice(0, 200)}`);
  throw new UnreadableError(`${entry.path} lists no threats and does not say that there are none`);
}
