import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { PageParts } from '../report/html/report-html.ts';

/** Where style and script of the page of a report lie: beside the sources, and beside the bundle in dist. */
const HTML = join(import.meta.dirname, '..', 'report', 'html');

export function loadReportPage(): PageParts {
  return {
    style: readFileSync(join(HTML, 'page.css'), 'utf8'),
    script: readFileSync(join(HTML, 'page.js'), 'utf8'),
  };
}
