import { textFact } from '../../engine/api/index.ts';
import { detailsPlan, type Details } from './details.ts';

/** What the agent says of network protection; no document lists the fields. */
export const networkProtectionDetails = textFact<Details<Record<never, never>>>({
  name: 'mdatp.details-network-protection',
  ...detailsPlan({ form: 'network_protection', describes: 'Network protection', fields: {} }),
});
