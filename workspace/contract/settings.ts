import { z } from 'zod';

/** What a person set for the screen; kept by the workspace, so that every tab and the desktop share it. */
export const deskSettings = z.object({
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  /** Percent of the usual size. */
  textSize: z.int().min(50).max(300),
  logSize: z.int().min(50).max(300),
  wrapLines: z.boolean(),
  /** Whether the tips of the first bundle were seen or skipped. */
  tipsSeen: z.boolean(),
  /** `en-XA` is English dressed as another language, to see what no catalogue gave. */
  locale: z.enum(['system', 'en', 'en-XA']),
});
export type DeskSettings = z.infer<typeof deskSettings>;

export const DEFAULT_SETTINGS: DeskSettings = {
  theme: 'system',
  textSize: 100,
  logSize: 100,
  wrapLines: false,
  tipsSeen: false,
  locale: 'system',
};

export const helpTopic = z.object({ id: z.string(), title: z.string(), group: z.string() });
export const helpTopics = z.object({ topics: z.array(helpTopic) });
export const helpPage = z.object({ id: z.string(), title: z.string(), markdown: z.string() });
