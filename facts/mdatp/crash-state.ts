import {
  textFact,
  UnreadableError,
  type Located,
  type Note,
  type TextEntry,
} from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { memberAt, readJson } from '../json-lines.ts';
import { hostFile } from '../places.ts';

export interface CrashState {
  /** Crashes that wait to be sent, or were sent. */
  readonly uploadCount: Located<number> | undefined;
}

/** How many crashes of its own the agent counts: `{"uploadCount": 0}`. */
export const crashState = textFact<CrashState>({
  name: 'mdatp.crash-state',
  describes: 'Crashes of the agent as it counts them',
  collect: {
    title: 'wdav_crash_state',
    command: 'sudo cat /var/opt/microsoft/mdatp/wdav_crash_state > wdav_crash_state',
  },
  fields: { uploadCount: { type: 'number', describes: 'Crashes sent or to be sent' } },
  view: { kind: 'fields', title: 'Crashes of the agent' },
  from: hostFile('var/opt/microsoft/mdatp/wdav_crash_state'),
  parse,
});

function parse(entry: TextEntry, note: Note): CrashState {
  refuseFailedCommand(entry);
  const { root, error } = readJson(entry.lines());
  if (root?.kind !== 'object')
    throw new UnreadableError(`${entry.path} is no JSON: ${error?.detail ?? 'no object'}`);
  if (error) note({ code: 'malformed-file', detail: error.detail, at: error.at });
  const count = memberAt(root, 'uploadCount');
  const value = count?.value.kind === 'scalar' ? Number(count.value.value ?? Number.NaN) : Number.NaN;
  return { uploadCount: count && Number.isFinite(value) ? { value, at: count.at } : undefined };
}
