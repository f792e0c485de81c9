import { textFact, type Fields } from '../../engine/api/index.ts';
import { detailsPlan, type Details } from './details.ts';
import { healthFields } from './health-fields.ts';

const edrFields = {
  edr_client_version: healthFields.edr_client_version,
  edr_configuration_version: healthFields.edr_configuration_version,
  edr_early_preview_enabled: healthFields.edr_early_preview_enabled,
  edr_device_tags: healthFields.edr_device_tags,
  edr_group_ids: healthFields.edr_group_ids,
  edr_machine_id: healthFields.edr_machine_id,
  edr_sense_guid: healthFields.edr_sense_guid,
  edr_preferred_geo: { type: 'string', describes: 'Region of the tenant' },
  edr_partner_geo_location: healthFields.edr_partner_geo_location,
} as const satisfies Fields;

export type EdrDetails = Details<typeof edrFields>;

/**
 * State of detection and response:
 *
 *   edr_sense_guid                              : "6d3c0a9e-…"
 *   edr_partner_geo_location                    : "GW_EU"
 */
export const edrDetails = textFact<EdrDetails>({
  name: 'mdatp.details-edr',
  ...detailsPlan({
    form: 'edr',
    describes: 'Detection and response',
    fields: edrFields,
    looksLike: (head) =>
      /(?:^\s*|")(?:edr_sense_guid|edrSenseGuid)"?\s*:/mu.test(head) &&
      !/(?:^\s*|")(?:healthy|app_?version)"?\s*:/imu.test(head),
  }),
});
