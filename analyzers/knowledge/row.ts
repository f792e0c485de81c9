import { z } from 'zod';

/** The shape of one row: what the table says of it, its source, and the profiles in which it holds. */
export function rowShape<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject({
    ...shape,
    source: z.string(),
    profiles: z.array(z.enum(['seed', '2025', '2026'])).optional(),
  });
}
