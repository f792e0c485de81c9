import { textFact } from '../../engine/api/index.ts';
import { detailsPlan, type Details } from './details.ts';

/** What the agent says of its engine; no document lists the fields. */
export const engineDetails = textFact<Details<Record<never, never>>>({
  name: 'mdatp.details-engine',
  ...detailsPlan({ form: 'engine', describes: 'Antivirus engine', fields: {} }),
});
