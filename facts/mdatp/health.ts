import {
  NotCollectedError,
  textFact,
  UnreadableError,
  type IdentityPart,
  type Line,
  type Located,
  type Note,
  type TextEntry,
} from '../../engine/api/index.ts';
import { complaintIn, refuseFailedCommand } from '../command-output.ts';
import { isDetails } from './details.ts';
import { healthFields, type FieldValues } from './health-fields.ts';
import { jsonBlock, jsonFields } from './health-json.ts';
import { textFields } from './health-text.ts';
import { typedFields, type FieldsAbout, type RawField } from './health-values.ts';
import { isAnalyzerXml, xmlFields } from './health-xml.ts';

export interface Health extends FieldValues<typeof healthFields>, FieldsAbout {
  /** A notice printed before the fields: "ATTENTION: No license found. …" */
  readonly banner: Located<string> | undefined;
}

/** What the output of `mdatp health` is called, most likely first. */
export const HEALTH_OUTPUTS = ['health.txt', 'health.json', 'mdatp_health*', 'mdatp-health*'];

/**
 * What the agent says of itself, as text or as JSON; both give the same values:
 *
 *   healthy                                     : true
 *   passive_mode_enabled                        : false [managed]
 *   product_expiration                          : Apr 10, 2024 at 01:34:28 PM
 *
 *   {"$type":"getHealthAllResult","healthy":true,"passiveModeEnabled":{"isManaged":true,"value":false}, …}
 */
export const health = textFact<Health>({
  name: 'mdatp.health',
  describes: 'Health of the agent as it reports it itself',
  collect: { title: 'mdatp health', command: 'sudo mdatp health > health.txt' },
  fields: {
    ...healthFields,
    managed: { type: 'list', items: 'string', describes: 'Fields that are set by management' },
    unavailable: { type: 'list', items: 'string', describes: 'Fields that have no value' },
    banner: { type: 'string', describes: 'Notice printed before the fields' },
  },
  view: { kind: 'fields', title: 'Health of the agent' },
  from: {
    'client-analyzer': [...HEALTH_OUTPUTS, 'mdatp_config.txt', 'mde.xml'],
    'mdatp-diagnostic': HEALTH_OUTPUTS,
    sosreport: HEALTH_OUTPUTS,
    plain: [...HEALTH_OUTPUTS, 'mdatp_config.txt', 'mde.xml'],
  },
  looksLike,
  parse,
  identity: (found) => [
    ...identityPart('version of the agent', found.app_version),
    ...identityPart('tenant', found.org_id),
    ...identityPart('machine guid', found.machine_guid),
    ...identityPart('device id', found.edr_machine_id),
    ...identityPart('healthy', found.healthy),
    ...identityPart('licence', found.licensed),
    ...identityPart('passive mode', found.passive_mode_enabled),
    ...identityPart('real-time protection', found.real_time_protection_enabled),
  ],
  identities: ({ org_id: tenant, machine_guid: guid, edr_machine_id: device, edr_sense_guid: sense }) => ({
    id: [tenant, guid, device, sense].map((one) => one?.value),
  }),
});

// healthy : true · "appVersion": "101.25062.0003"
const TELLING =
  /^\s*"?(?:healthy|licensed|app_?version|org_?id|machine_?guid|definitions_?status)"?\s*:\s/gimu;

function looksLike(head: string): boolean {
  if (/"\$type"\s*:\s*"getHealthAllResult"/u.test(head)) return true;
  const lines = (head.match(TELLING) ?? []).map((line) => line.trim().toLowerCase());
  return new Set(lines).size >= 2;
}

function parse(entry: TextEntry, note: Note): Health {
  refuseFailedCommand(entry);
  const lines = entry.lines();
  const fields = rawFields(entry, note);
  if (!fields.some(({ name }) => Object.hasOwn(healthFields, name))) refuseOther(entry);
  if (isDetails(entry.path, fields))
    throw new NotCollectedError(`${entry.path} holds details, not the health as a whole`);
  const banner = lines.find((line) => /^\s*(?:ATTENTION|WARNING)\s*:/u.test(line.text));
  return {
    ...typedFields(healthFields, fields, note),
    banner: banner && { value: banner.text.trim(), at: banner.at },
  };
}

function rawFields(entry: TextEntry, note: Note): readonly RawField[] {
  if (isAnalyzerXml(entry.text)) return xmlFields(entry, note);
  const lines = entry.lines();
  const block = jsonBlock(lines);
  return block ? fromJson(block, note) : textFields(lines);
}

function fromJson(block: readonly Line[], note: Note): readonly RawField[] {
  const { fields, error } = jsonFields(block);
  if (error) note({ code: 'malformed-file', detail: error.detail, at: error.at });
  return fields;
}

// Could not connect to the daemon · Error: Could not load MDE health
const NOT_RUNNING = /could not (?:connect|load)|cannot connect|connection to the daemon|command not found/iu;

/** What stands in the place of a health output: a complaint of the command or of the shell. */
export function healthComplaint(entry: TextEntry): Line | undefined {
  return complaintIn(entry) ?? entry.lines().find(({ text }) => NOT_RUNNING.test(text));
}

function refuseOther(entry: TextEntry): never {
  const complaint = healthComplaint(entry);
  if (complaint) throw new NotCollectedError(`${entry.path} says: ${complaint.text.trim().slice(0, 200)}`);
  if (isAnalyzerXml(entry.text))
    throw new NotCollectedError(`${entry.path} was written without the agent's health`);
  throw new UnreadableError(`${entry.path} names no field of mdatp health`);
}

function identityPart(what: string, found: Located<string | boolean> | undefined): readonly IdentityPart[] {
  return found && found.value !== '' && found.value !== 'unavailable'
    ? [{ what, value: String(found.value), at: found.at }]
    : [];
}
