import type { Report } from '../engine/api/index.ts';
import type { Say } from './messages.ts';

/** What the user set of his own, for a report must say by which numbers it judges. */
export function settingsTexts({ thresholds, knowledge }: Report['settings'], say: Say): readonly string[] {
  return [
    ...thresholds.map(({ default: shipped, ...one }) =>
      say('header.settings.threshold', { ...one, shipped }),
    ),
    ...knowledge.map(({ table, file }) => say('header.settings.knowledge', { table, file })),
  ];
}
