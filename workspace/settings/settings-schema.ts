import { z } from 'zod';

/** The one settings file, as it is written. Every key but `schema` may be left out. */
export const settingsSchema = z.strictObject({
  schema: z.literal(1),
  /** Numbers that experience gives, by the id of the threshold. */
  thresholds: z.record(z.string(), z.number()).optional(),
});

export type SettingsFile = z.infer<typeof settingsSchema>;
