import { SEVERITIES, type Domain, type Report, type Severity } from '../../engine/api/index.ts';
import { hostLabel } from '../../report/host-label.ts';
import { settingsTexts } from '../../report/settings-texts.ts';
import type { Say } from '../../report/messages.ts';
import type { ReportSummary } from '../contract/bundles.ts';
import { areaOf, standings, type OpenedReport } from './opened-report.ts';

/** Roots that the summary names. */
const MOST_ROOTS = 3;
/** The area of checks that judge the bundle itself. */
const QUALITY_AREA = 'bundle';

/** What a person looks at first. */
export function reportSummary(
  { report, milliseconds }: OpenedReport,
  index: number,
  { kinds, profiles }: Pick<Domain, 'kinds' | 'profiles'>,
  say: Say,
): ReportSummary {
  const { bundle, profile, findings, problems, entries, ended, settings } = report;
  const places = standings(findings);
  const ofQuality = (id: string): boolean => areaOf(id) === QUALITY_AREA;
  const roots = findings.filter(
    ({ fingerprint, analyzer }) => places.get(fingerprint)?.depth === 0 && !ofQuality(analyzer),
  );
  return {
    index,
    ...{
      name: bundle.name,
      sha256: bundle.sha256,
      bytes: bundle.bytes,
      kind: bundle.kind,
      root: bundle.root,
    },
    kindTitle: kinds.find(({ id }) => id === bundle.kind)?.title ?? bundle.kind,
    host: Object.entries(bundle.host).map(([id, value]) => ({ id, label: hostLabel(id, say), value })),
    ...(bundle.collectedAt === undefined ? {} : { collectedAt: bundle.collectedAt }),
    profile: {
      id: profile.id,
      title: profiles.find(({ id }) => id === profile.id)?.title ?? profile.id,
      chosen: profile.chosen,
    },
    ended,
    counts: severityCounts(report),
    checks: checkCounts(report),
    entries: { ...entries },
    problems: problems.length,
    settings: [...settingsTexts(settings, say)],
    worstRoots: roots.slice(0, MOST_ROOTS).map(({ fingerprint }) => fingerprint),
    quality: findings.filter(({ analyzer }) => ofQuality(analyzer)).map(({ fingerprint }) => fingerprint),
    milliseconds,
  };
}

export function worstOf({ findings }: Pick<Report, 'findings'>): Severity | undefined {
  return SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity));
}

function severityCounts({ findings }: Report): ReportSummary['counts'] {
  const counts = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

function checkCounts({ analyzers }: Report): ReportSummary['checks'] {
  const count = (wanted: (one: Report['analyzers'][number]) => boolean): number =>
    analyzers.filter(wanted).length;
  const partly = count(({ status, notSeen }) => status === 'clean' && notSeen.length > 0);
  return {
    found: count(({ status }) => status === 'found'),
    clean: count(({ status }) => status === 'clean') - partly,
    asFarAsSeen: partly,
    notApplicable: count(({ status }) => status === 'not-applicable'),
    blocked: count(({ status }) => status === 'blocked'),
    failed: count(({ status }) => status === 'failed'),
  };
}
