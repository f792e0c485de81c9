import { textFact } from '../../engine/api/index.ts';
import { detailsPlan, type Details } from './details.ts';

/** What the agent says of its antivirus and its last scans; no document lists the fields. */
export const antivirusDetails = textFact<Details<Record<never, never>>>({
  name: 'mdatp.details-antivirus',
  ...detailsPlan({ form: 'antivirus', describes: 'Antivirus', fields: {} }),
});
