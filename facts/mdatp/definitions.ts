import { textFact, type Fields } from '../../engine/api/index.ts';
import { detailsPlan, type Details } from './details.ts';
import { healthFields } from './health-fields.ts';

const text = (describes: string, oneOf?: readonly string[]) =>
  ({ type: 'string', describes, ...(oneOf ? { oneOf } : {}) }) as const;
const SWITCH = ['disabled', 'enabled'];

const definitionsFields = {
  automatic_definition_update_enabled: healthFields.automatic_definition_update_enabled,
  definitions_updated: healthFields.definitions_updated,
  definitions_updated_minutes_ago: healthFields.definitions_updated_minutes_ago,
  definitions_version: healthFields.definitions_version,
  definitions_status: healthFields.definitions_status,
  definitions_update_source_uri: text('Where definitions come from'),
  definitions_update_fail_reason: text('Why the last update failed'),
  offline_definition_url_configured: text('Own source of definitions'),
  offline_definition_update: text('Whether definitions come from the own source', SWITCH),
  offline_definition_update_verify_sig: text('Whether signatures of that source are checked', SWITCH),
  engine_signature_verification: text('Whether the signature of the engine is checked', SWITCH),
  offline_definition_update_fallback_to_cloud: {
    type: 'boolean',
    describes: 'Whether the cloud stands in for the own source',
  },
} as const satisfies Fields;

export type Definitions = Details<typeof definitionsFields>;

/**
 * State of the definitions, as text or as JSON (some builds of the client analyzer take one for the other):
 *
 *   definitions_version                         : "1.407.417.0"
 *   definitions_update_fail_reason              : ""
 *   offline_definition_update                   : "enabled" [managed]
 */
export const definitions = textFact<Definitions>({
  name: 'mdatp.definitions',
  ...detailsPlan({
    form: 'definitions',
    describes: 'Definitions of the antivirus and where they come from',
    fields: definitionsFields,
    files: ['definitions.txt', 'definitions.json', 'mdatp_definitions*'],
    looksLike: (head) =>
      /(?:^\s*|")(?:definitions_update_source_uri|definitionsUpdateSourceUri)"?\s*:/mu.test(head),
  }),
});
