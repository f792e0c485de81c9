import { z } from 'zod';

/*
 * What questions and answers are made of. Every text, list and number has a cap: neither side trusts the other with
 * more than it can hold.
 */

/** Longest address of an entry, in characters: names are cut at 16 KiB, nested addresses add some. */
const MOST_ADDRESS = 20_000;
/** Rows of one page of anything. */
export const MOST_ROWS = 500;
/** Lines of one window of a file. */
export const MOST_LINES = 2_000;

/** An open bundle; made by the workspace, never by a screen. */
export const bundleId = z.string().regex(/^b[0-9a-f]{16}$/u);
export type BundleId = z.infer<typeof bundleId>;

/** Something that can be opened: a path of the command line, an upload, a recent bundle, a sample. */
export const offerId = z.string().regex(/^o[0-9a-f]{16}$/u);
export type OfferId = z.infer<typeof offerId>;

/** Which of the reports of an open bundle: an archive of three hosts has three. */
export const reportIndex = z.int().min(0).max(9_999);

export const fingerprint = z.string().regex(/^[0-9a-f]{16}$/u);
export const analyzerId = z.string().max(200);
export const factName = z.string().max(200);

/** The address of an entry from the top of what was opened. */
export const entryAddress = z.string().max(MOST_ADDRESS);
export const lineNumber = z.int().min(1).max(Number.MAX_SAFE_INTEGER);
export const count = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

export const page = { from: count, count: z.int().min(1).max(MOST_ROWS) };
export const filterText = z.string().max(2_000);

export const severity = z.enum(['critical', 'high', 'medium', 'low', 'info']);
export const confidence = z.enum(['certain', 'likely', 'possible']);
export const checkStatus = z.enum(['found', 'clean', 'blocked', 'not-applicable', 'failed']);

/** A place that a screen can jump to. `entry` is what is shown, `address` what is asked for. */
export const place = z.object({
  entry: entryAddress,
  address: entryAddress,
  line: lineNumber.optional(),
  endLine: lineNumber.optional(),
});
export type PlaceShown = z.infer<typeof place>;

/** A limit as `--limit` and docs/limits.md name it. */
export const limitFlag = z.string().max(40);

export const problem = z.object({
  code: z.string(),
  detail: z.string(),
  at: z
    .object({ address: entryAddress, line: z.number().optional(), offset: z.number().optional() })
    .optional(),
  /** The limit that was met, where one may raise it and read anyway. */
  raises: limitFlag.optional(),
});
export type ProblemShown = z.infer<typeof problem>;

/** Something a user wrote that cannot be used: what, and at which character. */
export const mistake = z.object({ message: z.string(), at: count });
export type Mistake = z.infer<typeof mistake>;
