import type { Say } from '../messages.ts';
import type { ReportView } from '../view.ts';

/** What the parts of a page are written with: the words, and what of the report they show. */
export interface HtmlPen {
  readonly say: Say;
  readonly view: ReportView;
}
