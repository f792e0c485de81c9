import type { Located, Note, TextEntry } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { readJson, stringAt } from '../json-lines.ts';

export interface InstallPath {
  /** Address of the file. */
  readonly entry: string;
  /** The folder the agent was installed to; below it stands `opt/microsoft/mdatp`. */
  readonly path: Located<string> | undefined;
  /** What is wrong with the JSON; the agent then takes the path from its other copy. */
  readonly syntaxError: Located<string> | undefined;
}

/** Reads a mde_path.json: `{"path": "/data/microsoft_mdatp"}`, in older instructions `install_path`. */
export function installPathFile(entry: TextEntry, note: Note): InstallPath {
  refuseFailedCommand(entry);
  const { root, error } = readJson(entry.lines());
  if (error) note({ code: 'malformed-file', detail: error.detail, at: error.at });
  return {
    entry: entry.path,
    path: stringAt(root, 'path') ?? stringAt(root, 'install_path'),
    syntaxError: error && { value: error.detail, at: error.at },
  };
}
