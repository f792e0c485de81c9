import type { Severity } from '../engine/api/index.ts';

type Paint = (text: string) => string;

/** Colours of the text output; without colour each gives its text back. */
export interface Style {
  readonly strong: Paint;
  readonly quiet: Paint;
  readonly mark: Paint;
  readonly good: Paint;
  readonly bad: Paint;
  readonly severity: Readonly<Record<Severity, Paint>>;
}

/** Signs that tell severities apart without colour. */
export const SEVERITY_SIGNS: Readonly<Record<Severity, string>> = {
  critical: '▲',
  high: '◆',
  medium: '●',
  low: '○',
  info: '·',
};

export function styleOf(color: boolean): Style {
  const sgr =
    (codes: string): Paint =>
    (text) =>
      color && text !== '' ? `\u001b[${codes}m${text}\u001b[0m` : text;
  return {
    strong: sgr('1'),
    quiet: sgr('2'),
    mark: sgr('1;36'),
    good: sgr('32'),
    bad: sgr('31'),
    severity: {
      critical: sgr('1;31'),
      high: sgr('31'),
      medium: sgr('33'),
      low: sgr('36'),
      info: sgr('2'),
    },
  };
}
