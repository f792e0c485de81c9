import {
  NotCollectedError,
  textFact,
  UnreadableError,
  type Line,
  type Located,
  type TextEntry,
} from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { readJson, stringAt, type JsonNode } from '../json-lines.ts';
import { stringsOf } from './managed-config.ts';

export interface AllowedThreatList {
  readonly threats: readonly Located<string>[];
}

/**
 * Threats that are allowed by name, as `mdatp threat allowed list` prints them, as text or as JSON:
 *
 *   Name: "Virus:DOS/EICAR_Test_File"
 *
 *   No allowed threats.
 */
export const allowedThreatList = textFact<AllowedThreatList>({
  name: 'mdatp.allowed-threat-list',
  describes: 'Threats that are allowed by name, as the agent lists them',
  collect: {
    title: 'mdatp threat allowed list',
    command: 'sudo mdatp threat allowed list > mdatp_threat_allowed_list.txt',
  },
  fields: { threats: { type: 'list', items: 'string', describes: 'Names' } },
  view: { kind: 'fields', title: 'Allowed threats' },
  from: {
    'client-analyzer': 'threat_allowed_list.txt',
    plain: ['threat_allowed_list.*', 'allowed_threats.*', 'mdatp_threat_allowed*', 'mdatp-threat-allowed*'],
  },
  parse,
});

function parse(entry: TextEntry): AllowedThreatList {
  refuseFailedCommand(entry);
  const lines = entry.lines();
  const start = lines.findIndex(({ text }) => /^\s*[[{]/u.test(text));
  const threats = start < 0 ? lines.flatMap(nameIn) : namesOf(readJson(lines.slice(start)).root);
  if (threats.length === 0 && start < 0) requireNone(entry);
  return { threats };
}

// Name: "Virus:DOS/EICAR_Test_File" · Threat name: EICAR-Test-File (not a virus) · "Trojan:Linux/Sample.A"
const NAME =
  /^\s*(?:(?:threat )?name\s*:\s*"?(?<named>[^"]{1,300}?)"?|"(?<quoted>[^"]{1,300})"|(?<bare>[A-Z]\w{2,30}:[\w]{1,30}\/\S{1,200}))\s*$/iu;

function nameIn({ text, at }: Line): readonly Located<string>[] {
  const { named, quoted, bare } = NAME.exec(text)?.groups ?? {};
  const value = named ?? quoted ?? bare;
  return value === undefined ? [] : [{ value, at }];
}

/** Of a list of names, or of objects with names, alone or below one key. */
function namesOf(root: JsonNode | undefined): readonly Located<string>[] {
  const list =
    root?.kind === 'object' ? root.members.find(({ value }) => value.kind === 'array')?.value : root;
  if (list?.kind !== 'array') return [];
  const objects = list.items.flatMap((item) => stringAt(item, 'name') ?? []);
  return [...stringsOf(list), ...objects];
}

/** An empty list says so; anything else is no list. */
function requireNone(entry: TextEntry): void {
  const lines = entry.lines();
  if (lines.some(({ text }) => /\bno (?:allowed )?threats?\b/iu.test(text))) return;
  const complaint = lines.find(({ text }) => /could not|cannot|^error/iu.test(text));
  if (complaint) throw new NotCollectedError(`${entry.path} says: ${complaint.text.trim().slice(0, 200)}`);
  throw new UnreadableError(`${entry.path} lists no allowed threats and does not say that there are none`);
}
