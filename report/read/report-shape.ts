import { z } from 'zod';

import schema from '../../docs/report.schema.json' with { type: 'json' };
import type { Finding, ReportFile } from '../../engine/api/index.ts';
import { isOurLink } from '../parts/links.ts';

/*
 * A saved report as it comes back: from a colleague, a ticket, an archive of years. Nothing of it is trusted before it
 * has the shape that docs/report.schema.json gives it.
 */
const reportFile = z.fromJSONSchema(schema as z.core.JSONSchema.JSONSchema);

/** The report where it has the shape, or the first place where it has not. */
export function shaped(
  data: unknown,
): { readonly ok: true; readonly file: ReportFile } | { readonly ok: false; readonly place: string } {
  const read = reportFile.safeParse(data);
  if (!read.success) return { ok: false, place: read.error.issues[0]?.path.join('.') ?? '' };
  // The schema says of it all that our own type does.
  const file = data as ReportFile;
  const reports = file.reports.map((report) => ({ ...report, findings: report.findings.map(withOurLinks) }));
  return { ok: true, file: { ...file, reports } };
}

/** A link that no check brings is left out: whoever wrote the file could lead anywhere. */
function withOurLinks(finding: Finding): Finding {
  const { remediation } = finding;
  const links = remediation.links.filter(({ href }) => isOurLink(href));
  return { ...finding, remediation: { ...remediation, links } };
}
