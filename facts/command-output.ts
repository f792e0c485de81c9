import { NotCollectedError, type Line, type TextEntry } from '../engine/api/index.ts';

// Could not run commandsestatus · Could not run dmesg -T command · cat: /etc/x: No such file or directory
const FAILED =
  /^(?:could not run [a-z]|(?:-?\w+|\/\S+): (?:line \d+: )?\S.*(?:command not found|not found|no such file or directory|permission denied|operation not permitted)\.?$)/iu;

/** Only the first lines are looked at: a long output that ends in a complaint is still an output. */
const LINES_LOOKED_AT = 4;

/** Throws NotCollectedError where a file holds a failed command's complaint, or nothing, instead of its output. */
export function refuseFailedCommand(entry: TextEntry): void {
  if (entry.text.trim() === '') throw new NotCollectedError(`${entry.path} is empty`);
  const complaint = complaintIn(entry);
  if (complaint) throw new NotCollectedError(`${entry.path} says: ${complaint.text.trim().slice(0, 200)}`);
}

/** The complaint of a failed command, where a file holds that and no output. */
export function complaintIn(entry: TextEntry): Line | undefined {
  const lines = entry.lines().filter((line) => line.text.trim() !== '');
  const [first] = lines;
  return first && lines.length <= LINES_LOOKED_AT && FAILED.test(first.text.trim()) ? first : undefined;
}
