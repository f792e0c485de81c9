import { textFact } from '../../engine/api/index.ts';
import { detailsPlan, type Details } from './details.ts';

/** Which features are on: `simplified_connectivity : "enabled"`. */
export const featuresDetails = textFact<Details<Record<never, never>>>({
  name: 'mdatp.details-features',
  ...detailsPlan({
    form: 'features',
    describes: 'Features of the agent',
    fields: {},
    files: ['health_details_features.txt'],
  }),
});
