import { applicability, type Location } from '../../engine/api/index.ts';
import { managedConfig } from '../../facts/mdatp/managed-config.ts';
import { managedFile } from '../../facts/mdatp/managed-file.ts';

/** Settings that the agent itself printed or took from the portal: nobody misspelt those. */
export const handWritten = applicability(
  { managed: managedConfig, file: managedFile },
  ({ managed, file }) =>
    managed && !(file && isHandWritten(file.root))
      ? 'The settings come from the agent or the portal, not from a file that somebody wrote.'
      : undefined,
);

/** Whether something stands in mdatp_managed.json itself. */
export function isHandWritten({ at }: { readonly at: Location }): boolean {
  return /mdatp_managed[^/]*$/u.test(at.entry);
}
