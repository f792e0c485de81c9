import { SEVERITIES, type Finding, type Report, type Severity } from '../../engine/api/index.ts';
import type { Say } from '../messages.ts';

/** How many of each severity, worst first; severities without a finding are left out. */
export function severityCounts(
  findings: readonly Pick<Finding, 'severity'>[],
): readonly { readonly severity: Severity; readonly count: number }[] {
  return SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [{ severity, count }];
  });
}

/** What became of the checks, in words. */
export function checkCountTexts({ analyzers }: Report, say: Say): readonly string[] {
  const count = (status: string): number => analyzers.filter((one) => one.status === status).length;
  const partly = analyzers.filter(({ status, notSeen }) => status === 'clean' && notSeen.length > 0).length;
  const failed = count('failed');
  return [
    say('counts.clean', { count: count('clean') - partly }),
    ...(partly > 0 ? [say('counts.asFarAsSeen', { count: partly })] : []),
    say('counts.notApplicable', { count: count('not-applicable') }),
    say('counts.blocked', { count: count('blocked') }),
    ...(failed > 0 ? [say('counts.failed', { count: failed })] : []),
  ];
}
