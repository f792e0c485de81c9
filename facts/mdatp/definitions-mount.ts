import { textFact, UnreadableError, type Located } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { mountOf, type Mount } from '../storage/mount-line.ts';

export interface DefinitionsMount {
  readonly mount: Located<Mount>;
  readonly target: Located<string>;
  readonly type: Located<string>;
  readonly options: Located<string>;
}

/**
 * The mount that holds the definitions, as findmnt shows it:
 *
 *   /var   /dev/mapper/vg0-var xfs    rw,nosuid,noexec
 */
export const definitionsMount = textFact<DefinitionsMount>({
  name: 'mdatp.definitions-mount',
  describes: 'Mount that holds the definitions of the antivirus',
  collect: {
    title: 'findmnt of the definitions',
    command: 'findmnt -n --target /var/opt/microsoft/mdatp/definitions.noindex > mde_definitions_mount.txt',
  },
  fields: {
    target: { type: 'string', describes: 'Folder that it is mounted on' },
    type: { type: 'string', describes: 'Type of the file system' },
    options: { type: 'string', describes: 'Options, with commas between' },
  },
  view: { kind: 'fields', title: 'Mount of the definitions' },
  from: { 'client-analyzer': 'mde_definitions_mount.txt', plain: 'mde_definitions_mount.txt' },
  parse(entry): DefinitionsMount {
    refuseFailedCommand(entry);
    for (const { text, at } of entry.lines()) {
      const value = mountOf(text.trim());
      if (!value || value.target === 'TARGET') continue;
      const located = (part: string): Located<string> => ({ value: part, at });
      return {
        mount: { value, at },
        target: located(value.target),
        type: located(value.type),
        options: located(value.options),
      };
    }
    throw new UnreadableError(`${entry.path} shows no mount`);
  },
});
