import { applicability } from '../../engine/api/index.ts';
import { managedConfig } from '../../facts/mdatp/managed-config.ts';

/** Settings that the agent itself printed or took from the portal: nobody misspelt those. */
export const handWritten = applicability({ managed: managedConfig }, ({ managed }) =>
  managed && !/mdatp_managed[^/]*$/u.test(managed.root.at.entry)
    ? 'The settings come from the agent or the portal, not from a file that somebody wrote.'
    : undefined,
);
