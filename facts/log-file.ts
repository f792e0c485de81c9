import type { EntryPath } from '../engine/api/index.ts';

/** Which log an entry is a part of, and where in it. */
export interface LogFile {
  /** The entry without what its rotation and compression added. */
  readonly log: string;
  /** Sorts the parts of one log as text, oldest first. */
  readonly age: string;
}

// messages-20241110.gz · kern.log.2.gz · system@0005a1b2-c3d4.journal · system.journal~ · syslog
const PARTS =
  /^(?<stem>.*?)(?:\.(?<number>\d{1,3})|-(?<date>\d{8}(?:-?\d{1,10})?)|@(?<journal>[\w-]{1,120}))?(?<journalEnd>\.journal~?)?(?:\.(?:gz|xz|bz2|zst|Z))?$/u;

/** Rotated logs bear a number that grows with age, or the date of their rotation; the one in use bears neither. */
export function logFile(entry: EntryPath): LogFile {
  const cut = entry.lastIndexOf('/') + 1;
  const {
    stem = '',
    number,
    date,
    journal,
    journalEnd = '',
  } = PARTS.exec(entry.slice(cut, cut + 255))?.groups ?? {};
  const log = entry.slice(0, cut) + stem + journalEnd.replace('~', '');
  return { log, age: ageOf(number, date, journal) };
}

/** Behind every number and date. */
const IN_USE = '~';
const MOST_ROTATIONS = 1000;

function ageOf(number: string | undefined, date: string | undefined, journal: string | undefined): string {
  if (number !== undefined) return String(MOST_ROTATIONS - Number(number)).padStart(4, '0');
  // The last part of the name of an archived journal is the time of its first entry.
  if (journal !== undefined) return journal.slice(journal.lastIndexOf('-') + 1);
  return date ?? IN_USE;
}
