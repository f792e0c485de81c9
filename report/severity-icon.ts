import type { Severity } from '../engine/api/index.ts';

/** A sign for each severity, for eyes that see no colour. */
export const SEVERITY_ICON: Readonly<Record<Severity, string>> = {
  critical: '▲',
  high: '◆',
  medium: '●',
  low: '○',
  info: '·',
};
