import { REPORT_SCHEMA } from '../../engine/api/index.ts';

/** A report file of whatever schema, before its shape is known. */
export type AnyReportFile = Readonly<Record<string, unknown>> & { readonly schema: number };

/** Makes a file of one schema into one of the next; it sets no `schema` itself. */
export type Lift = (file: AnyReportFile) => Readonly<Record<string, unknown>>;

/** By the schema that it lifts from. A schema that rises brings its lift with it, and a stored file to try it on. */
export const LIFTS: ReadonlyMap<number, Lift> = new Map([
  // What joined may be missing: nothing was told of identities, and nothing was taken out.
  [1, (file: AnyReportFile) => file],
]);

/** Lifts a file step by step to the schema of today; undefined where a step is missing: the file is no report of ours. */
export function lifted(
  file: AnyReportFile,
  to: number = REPORT_SCHEMA,
  lifts: ReadonlyMap<number, Lift> = LIFTS,
): AnyReportFile | undefined {
  let now = file;
  while (now.schema < to) {
    const lift = lifts.get(now.schema);
    if (!lift) return undefined;
    now = { ...lift(now), schema: now.schema + 1 };
  }
  return now;
}
