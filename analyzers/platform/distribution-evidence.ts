import { cite, type Citation } from '../../engine/api/index.ts';
import type { Distribution } from '../../facts/host/distribution.ts';

/** What names the distribution, and its release where that is another line. */
export function distributionEvidence({ id, version }: Distribution): readonly [Citation, ...Citation[]] {
  const isElsewhere = version && (version.at.line !== id.at.line || version.at.entry !== id.at.entry);
  return isElsewhere ? [cite(id), cite(version)] : [cite(id)];
}
