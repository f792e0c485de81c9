import {
  NotCollectedError,
  textFact,
  UnreadableError,
  type Fields,
  type Note,
  type TextEntry,
} from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { healthFields, type FieldValues } from './health-fields.ts';
import { jsonBlock, jsonFields } from './health-json.ts';
import { textFields } from './health-text.ts';
import { typedFields, type FieldsAbout } from './health-values.ts';

const text = (describes: string) => ({ type: 'string', describes }) as const;

const definitionsFields = {
  automatic_definition_update_enabled: healthFields.automatic_definition_update_enabled,
  definitions_updated: healthFields.definitions_updated,
  definitions_updated_minutes_ago: healthFields.definitions_updated_minutes_ago,
  definitions_version: healthFields.definitions_version,
  definitions_status: healthFields.definitions_status,
  definitions_update_source_uri: text('Where definitions come from'),
  definitions_update_fail_reason: text('Why the last update failed'),
  offline_definition_url_configured: text('Own source of definitions'),
  offline_definition_update: text('Whether definitions come from the own source'),
  offline_definition_update_verify_sig: text('Whether signatures of that source are checked'),
  engine_signature_verification: text('Whether the signature of the engine is checked'),
  offline_definition_update_fallback_to_cloud: {
    type: 'boolean',
    describes: 'Whether the cloud stands in for the own source',
  },
} as const satisfies Fields;

export interface Definitions extends FieldValues<typeof definitionsFields>, FieldsAbout {}

/**
 * State of the definitions, as text or as JSON:
 *
 *   definitions_version                         : "1.407.417.0"
 *   definitions_update_fail_reason              : ""
 *   offline_definition_update                   : "enabled" [managed]
 */
export const definitions = textFact<Definitions>({
  name: 'mdatp.definitions',
  describes: 'Definitions of the antivirus and where they come from',
  collect: {
    title: 'mdatp health --details definitions',
    command: 'sudo mdatp health --details definitions > definitions.txt',
  },
  fields: definitionsFields,
  view: { kind: 'fields', title: 'Definitions' },
  from: {
    'client-analyzer': 'definitions.txt',
    plain: ['definitions.txt', 'definitions.json', 'mdatp_definitions*', 'health_details_definitions*'],
  },
  looksLike: (head) =>
    /(?:^\s*|")(?:definitions_update_source_uri|definitionsUpdateSourceUri)"?\s*:/mu.test(head),
  parse,
});

function parse(entry: TextEntry, note: Note): Definitions {
  refuseFailedCommand(entry);
  const block = jsonBlock(entry.lines());
  const json = block && jsonFields(block);
  if (json?.error) note({ code: 'malformed-file', detail: json.error.detail, at: json.error.at });
  const fields = json?.fields ?? textFields(entry.lines());
  if (!fields.some(({ name }) => Object.hasOwn(definitionsFields, name))) refuseOther(entry);
  return typedFields(definitionsFields, fields, note);
}

function refuseOther(entry: TextEntry): never {
  const complaint = entry.lines().find(({ text: line }) => /could not|cannot|command not found/iu.test(line));
  if (complaint) throw new NotCollectedError(`${entry.path} says: ${complaint.text.trim().slice(0, 200)}`);
  throw new UnreadableError(`${entry.path} names no field of the definitions`);
}
