import { SEVERITIES, type Finding, type Report, type Severity } from '../engine/api/index.ts';

/** Parts of an export that can be left out. */
export const SECTIONS = ['evidence', 'remedies', 'blocked', 'checks', 'problems'] as const;
export type Section = (typeof SECTIONS)[number];

/** What a person decided about a finding. */
export interface FindingNote {
  readonly state: 'open' | 'confirmed' | 'not-relevant' | 'done';
  readonly reason?: string | undefined;
  readonly note?: string | undefined;
}

/** How a report is to be shown: which findings, which parts, and what a person wrote beside them. */
export interface ReportView {
  readonly minSeverity: Severity;
  /** Fingerprints of the findings that were chosen; all of them where it is left out. */
  readonly only?: ReadonlySet<string>;
  readonly sections: ReadonlySet<Section>;
  /** By fingerprint. */
  readonly notes: ReadonlyMap<string, FindingNote>;
  /** For "how long ago"; left out, it is not said. */
  readonly now?: Date;
}

/** The whole report. */
export const WHOLE: ReportView = { minSeverity: 'info', sections: new Set(SECTIONS), notes: new Map() };

/** Findings that a view shows, in reading order, each with its depth below the one that explains it. */
export interface ShownFinding {
  readonly finding: Finding;
  readonly depth: number;
  /** The first of its check: remedies are written once. */
  readonly isFirst: boolean;
}

export interface ShownFindings {
  readonly rows: readonly ShownFinding[];
  /** How many findings of the report the view leaves out. */
  readonly leftOut: number;
}

export function shownFindings(
  { findings }: Report,
  { minSeverity, only }: Pick<ReportView, 'minSeverity' | 'only'>,
): ShownFindings {
  const most = SEVERITIES.indexOf(minSeverity);
  const chosen = findings.filter(
    ({ severity, fingerprint }) => SEVERITIES.indexOf(severity) <= most && (only?.has(fingerprint) ?? true),
  );
  const depths = new Map<string, number>();
  const explained = new Set<string>();
  const rows = chosen.map((finding): ShownFinding => {
    const parent = finding.becauseOf.find((root) => depths.has(root));
    const depth = parent === undefined ? 0 : (depths.get(parent) ?? 0) + 1;
    depths.set(finding.fingerprint, depth);
    const isFirst = !explained.has(finding.analyzer);
    explained.add(finding.analyzer);
    return { finding, depth, isFirst };
  });
  return { rows, leftOut: findings.length - chosen.length };
}
