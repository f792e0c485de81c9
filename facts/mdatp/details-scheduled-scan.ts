import { textFact } from '../../engine/api/index.ts';
import { detailsPlan, type Details } from './details.ts';

/** What the agent says of scheduled scans; no document lists the fields. */
export const scheduledScanDetails = textFact<Details<Record<never, never>>>({
  name: 'mdatp.details-scheduled-scan',
  ...detailsPlan({ form: 'scheduled_scan', describes: 'Scheduled scans', fields: {} }),
});
