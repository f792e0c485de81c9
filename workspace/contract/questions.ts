import { z } from 'zod';

import { deskState, missingInputs, openBundle, problemsPage, reportSummary } from './bundles.ts';
import { bytesWindow, entriesPage, entryInfo, foundEntries, linesWindow } from './entries.ts';
import { exportChoice, exportFormat, exportMade, exportSection } from './exports.ts';
import { factsList, factView } from './facts.ts';
import { checkPage, checksPage, findingDetail, findingsPage, findingsSort, triage } from './findings.ts';
import {
  analyzerId,
  bundleId,
  checkStatus,
  count,
  entryAddress,
  factName,
  filterText,
  fingerprint,
  limitFlag,
  lineNumber,
  MOST_LINES,
  offerId,
  page,
  reportIndex,
} from './parts.ts';
import { deskSettings, helpPage, helpTopics } from './settings.ts';

/*
 * Everything a screen may ask, with the shape of the question and of its answer. The same for the desktop and for the
 * browser. A screen holds ids, never paths; what it may open was offered to it.
 */

const nothing = z.strictObject({});
const done = z.object({});
const inBundle = { bundle: bundleId };
const inReport = { bundle: bundleId, report: reportIndex };

/** Offers that are opened together: loose texts become one bundle. */
const MOST_OFFERS = 200;
/** Characters of a pasted text. */
const MOST_PASTED = 4 * 1024 * 1024;

export const questions = {
  'desk:state': { ask: nothing, answer: deskState },
  'bundle:open': {
    ask: z.strictObject({ offers: z.array(offerId).min(1).max(MOST_OFFERS) }),
    answer: z.array(openBundle),
  },
  'bundle:paste': { ask: z.strictObject({ text: z.string().min(1).max(MOST_PASTED) }), answer: openBundle },
  'bundle:reopen': {
    ask: z.strictObject({
      ...inBundle,
      password: z.string().max(1_024).optional(),
      /** Limits to raise, so that what they skipped is read. */
      raise: z.array(limitFlag).max(20).optional(),
      /** How to go about a bundle that is held back. */
      care: z.enum(['careful', 'as-usual']).optional(),
    }),
    answer: openBundle,
  },
  'bundle:cancel': { ask: z.strictObject(inBundle), answer: done },
  'bundle:close': { ask: z.strictObject(inBundle), answer: done },
  /** Forgets what was open when an earlier desk ended without a word. */
  'offer:dismiss-left': { ask: nothing, answer: done },
  'offer:forget': { ask: z.strictObject({ offer: offerId }), answer: done },
  'offer:pin': { ask: z.strictObject({ offer: offerId, pinned: z.boolean() }), answer: done },

  'report:summary': { ask: z.strictObject(inReport), answer: reportSummary },
  'report:missing': { ask: z.strictObject(inReport), answer: missingInputs },
  'report:problems': { ask: z.strictObject({ ...inReport, ...page }), answer: problemsPage },

  /** Makes a file of the report, which then waits to be fetched by its id. */
  'export:make': {
    ask: z.strictObject({
      ...inReport,
      format: exportFormat,
      choice: exportChoice,
      sections: z.array(exportSection).max(10),
      /** Whether states and notes of the triage go along. */
      notes: z.boolean(),
    }),
    answer: exportMade,
  },

  'findings:page': {
    ask: z.strictObject({
      ...inReport,
      filter: filterText,
      facets: z.record(z.string().max(20), z.array(z.string().max(2_000)).max(200)),
      sort: findingsSort,
      ...page,
    }),
    answer: findingsPage,
  },
  'findings:detail': { ask: z.strictObject({ ...inReport, fingerprint }), answer: findingDetail },
  'triage:set': {
    ask: z.strictObject({ ...inReport, fingerprints: z.array(fingerprint).min(1).max(5_000), triage }),
    answer: done,
  },
  'checks:page': {
    ask: z.strictObject({ ...inReport, filter: filterText, statuses: z.array(checkStatus).max(5), ...page }),
    answer: checksPage,
  },
  'checks:explain': { ask: z.strictObject({ id: analyzerId }), answer: checkPage },

  'entries:folder': {
    ask: z.strictObject({ ...inBundle, folder: entryAddress, ...page }),
    answer: entriesPage,
  },
  'entries:find': {
    ask: z.strictObject({ ...inBundle, text: filterText, unrecognisedOnly: z.boolean(), ...page }),
    answer: foundEntries,
  },
  'entry:info': { ask: z.strictObject({ ...inBundle, entry: entryAddress }), answer: entryInfo },
  'entry:lines': {
    ask: z.strictObject({
      ...inBundle,
      entry: entryAddress,
      from: lineNumber,
      count: z.int().min(1).max(MOST_LINES),
    }),
    answer: linesWindow,
  },
  /** Part of one long line, by characters. */
  'entry:line': {
    ask: z.strictObject({
      ...inBundle,
      entry: entryAddress,
      line: lineNumber,
      from: count,
      count: z.int().min(1).max(1_000_000),
    }),
    answer: z.object({ text: z.string(), length: count }),
  },
  'entry:bytes': {
    ask: z.strictObject({ ...inBundle, entry: entryAddress, at: count, length: z.int().min(1).max(65_536) }),
    answer: bytesWindow,
  },
  /** The beginning of a text as a whole, for views that read structure: JSON, tables. */
  'entry:text': {
    ask: z.strictObject({ ...inBundle, entry: entryAddress }),
    answer: z.object({ text: z.string(), cut: z.boolean() }),
  },

  /** Memory that the engine of an open bundle takes now, as the system counts it. */
  'engine:memory': { ask: z.strictObject(inBundle), answer: z.object({ bytes: count }) },

  'facts:list': { ask: z.strictObject(inReport), answer: factsList },
  'facts:view': { ask: z.strictObject({ ...inReport, name: factName, ...page }), answer: factView },

  'settings:get': { ask: nothing, answer: deskSettings },
  'settings:set': { ask: z.strictObject({ settings: deskSettings.partial() }), answer: deskSettings },
  'help:topics': { ask: nothing, answer: helpTopics },
  'help:page': { ask: z.strictObject({ id: z.string().max(300) }), answer: helpPage },
} as const;

export type Questions = typeof questions;
export type QuestionName = keyof Questions;
export type Ask<Name extends QuestionName> = z.infer<Questions[Name]['ask']>;
export type Answer<Name extends QuestionName> = z.infer<Questions[Name]['answer']>;

/** Why a question has no answer: an Error loses its class on the road. */
export const refusal = z.object({
  code: z.enum([
    'unknown-question',
    'malformed',
    'not-found',
    'not-at-hand',
    'not-allowed',
    'fault',
    'cancelled',
  ]),
  /** A sentence for a person. */
  detail: z.string(),
});
export type Refusal = z.infer<typeof refusal>;

/** What crosses the road either way. */
export type Reply<Name extends QuestionName> =
  { readonly ok: true; readonly value: Answer<Name> } | { readonly ok: false; readonly refusal: Refusal };
