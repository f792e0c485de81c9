import { textFact } from '../../engine/api/index.ts';
import { detailsPlan, type Details } from './details.ts';

/** Which permissions of the system the agent has; no document lists the fields. */
export const permissionsDetails = textFact<Details<Record<never, never>>>({
  name: 'mdatp.details-permissions',
  ...detailsPlan({
    form: 'permissions',
    describes: 'Permissions of the agent',
    fields: {},
    files: ['permissions.txt'],
  }),
});
