import type { KindId } from '../../facts/kinds.ts';

/** What the matrix leaves out, each with its reason. It is meant to shrink. */
export interface Unplanted {
  readonly analyzer: string;
  /** All kinds where left out. */
  readonly kinds?: readonly KindId[];
  readonly reason: string;
}

export const UNPLANTED: readonly Unplanted[] = [
  {
    analyzer: 'platform/unknown-minor-release',
    kinds: ['supportconfig'],
    reason: 'Its hosts are of SUSE, which always writes the service pack.',
  },
  {
    analyzer: 'filesystem/unmonitored-by-default',
    kinds: ['sosreport', 'supportconfig'],
    reason: 'They hold no settings of the agent: with such a mount the check is blocked.',
  },
  {
    analyzer: 'conflict/active-beside-other-antivirus',
    kinds: ['sosreport', 'supportconfig'],
    reason:
      'They do not tell the mode of the agent: where a product runs, conflict/third-party-protection says so.',
  },
  {
    analyzer: 'performance/heavy-io-application',
    kinds: ['sosreport', 'supportconfig'],
    reason:
      'They tell neither the mode of the agent nor its exclusions: with such an application it is blocked.',
  },
];
