import {
  NotCollectedError,
  UnreadableError,
  type EntryPath,
  type Fields,
  type Located,
  type Note,
  type RowListField,
  type textFact,
  type TextEntry,
} from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import type { FieldValues } from './health-fields.ts';
import { jsonBlock, jsonFields } from './health-json.ts';
import { textFields } from './health-text.ts';
import { rawText, typedFields, type FieldsAbout, type RawField } from './health-values.ts';

/** One setting as it is printed, whatever it is called. */
export interface PrintedSetting {
  readonly name: string;
  readonly value: string;
  readonly managed: boolean;
}

export type Details<Table extends Fields> = FieldValues<Table> &
  FieldsAbout & { readonly settings: readonly Located<PrintedSetting>[] };

interface DetailsForm<Table extends Fields> {
  /** The word behind `--details`. */
  readonly form: string;
  readonly describes: string;
  /** Fields that are known by name; others stand in `settings`. */
  readonly fields: Table;
  /** What the client analyzer calls the output, where it collects it. */
  readonly files?: readonly string[];
  /** Tells a loose file by its first 4 KiB. */
  readonly looksLike?: (head: string) => boolean;
}

const settings: RowListField = {
  type: 'rows',
  describes: 'Settings as printed',
  row: {
    name: { type: 'string', describes: 'Name' },
    value: { type: 'string', describes: 'Value' },
    managed: { type: 'boolean', describes: 'Whether management sets it' },
  },
};

/** A text fact of `mdatp health --details <form>`, in text or in JSON. */
export function detailsPlan<const Table extends Fields>(
  about: DetailsForm<Table>,
): Omit<Parameters<typeof textFact<Details<Table>>>[0], 'name'> {
  const { form, describes, fields, files = [], looksLike } = about;
  const names = [
    ...files,
    `health_details_${form}*`,
    `mdatp_health_details_${form}*`,
    `mdatp_health_--details_${form}*`,
  ];
  return {
    describes,
    collect: {
      title: `mdatp health --details ${form}`,
      command: `sudo mdatp health --details ${form} > ${files[0] ?? `health_details_${form}.txt`}`,
    },
    fields: { ...fields, settings },
    view: { kind: 'table', title: describes, rows: 'settings' },
    from: { 'client-analyzer': names, plain: names },
    ...(looksLike ? { looksLike } : {}),
    parse: (entry, note) => parse(entry, note, about),
  };
}

function parse<Table extends Fields>(
  entry: TextEntry,
  note: Note,
  { fields, form }: DetailsForm<Table>,
): Details<Table> {
  refuseFailedCommand(entry);
  const block = jsonBlock(entry.lines());
  const json = block && jsonFields(block);
  if (json?.error) note({ code: 'malformed-file', detail: json.error.detail, at: json.error.at });
  const printed = json?.fields ?? textFields(entry.lines());
  if (printed.length === 0) refuseOther(entry, form);
  const known = Object.keys(fields);
  if (known.length > 0 && !printed.some(({ name }) => known.includes(name))) refuseOther(entry, form);
  const rows = printed.map(({ name, value, managed, at }) => ({
    value: { name, value: rawText(value), managed },
    at,
  }));
  return { ...typedFields(fields, printed, note), settings: rows };
}

function refuseOther(entry: TextEntry, form: string): never {
  const complaint = entry
    .lines()
    .find(({ text }) => /could not|cannot|command not found|invalid|unknown/iu.test(text));
  if (complaint) throw new NotCollectedError(`${entry.path} says: ${complaint.text.trim().slice(0, 200)}`);
  // permissions.txt is also what people call a listing of files
  if (entry.lines().some(({ text }) => /^[-dl][-rwxsStT]{9}[.+@]?\s/u.test(text)))
    throw new NotCollectedError(`${entry.path} is a listing of files`);
  throw new UnreadableError(`${entry.path} names no setting of ${form}`);
}

/** What only the whole output prints. */
const OF_THE_WHOLE: ReadonlySet<string> = new Set([
  'healthy',
  'licensed',
  'app_version',
  'org_id',
  'machine_guid',
]);

/** What only details print. */
const OF_DETAILS: ReadonlySet<string> = new Set([
  'definitions_update_source_uri',
  'definitions_update_fail_reason',
  'offline_definition_update',
  'edr_sense_guid',
  'edr_preferred_geo',
]);

/** Whether an output is one of the details, which share fields with the whole, and not the whole. */
export function isDetails(path: EntryPath, fields: readonly RawField[]): boolean {
  if (fields.some(({ name }) => OF_THE_WHOLE.has(name))) return false;
  return /details[^/]*$/iu.test(path) || fields.some(({ name }) => OF_DETAILS.has(name));
}
