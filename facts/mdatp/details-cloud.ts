import { textFact } from '../../engine/api/index.ts';
import { detailsPlan, type Details } from './details.ts';

/** What the agent says of its cloud service; no document lists the fields. */
export const cloudDetails = textFact<Details<Record<never, never>>>({
  name: 'mdatp.details-cloud',
  ...detailsPlan({ form: 'cloud', describes: 'Cloud service', fields: {} }),
});
