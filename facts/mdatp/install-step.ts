import type { Line, Located } from '../../engine/api/index.ts';

/** A script of the package that began or ended. */
export interface InstallStep {
  /** `preinstall`, `postinstall`, `preuninstall` … */
  readonly script: string;
  readonly phase: 'begin' | 'end';
  /** ISO 8601 in UTC. */
  readonly time?: string;
}

// postinstall end [2026-03-14 07:04:43OURCE +0000] 102216
const STEP =
  /(?:^|\]: |\s)(?<script>(?:pre|post)[a-z]{2,12}) (?<phase>begin|end) \[(?<date>\d{4}-\d\d-\d\d) (?<time>\d\d:\d\d:\d\d)[^\]]{0,40}\]/u;

/** The step that a line of the installer tells of. */
export function installStep({ text, at }: Line): Located<InstallStep> | undefined {
  const { script, phase, date, time } = STEP.exec(text)?.groups ?? {};
  if (script === undefined || (phase !== 'begin' && phase !== 'end')) return undefined;
  return { value: { script, phase, time: `${date}T${time}Z` }, at };
}
