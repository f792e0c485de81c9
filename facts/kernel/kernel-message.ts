/** Characters of a line in which the mark of the kernel is looked for. */
const MARK_WITHIN = 200;
const MARK = ' kernel: ';

// [  370.112481] · [Mon Nov 23 10:00:00 2026] · [    T1] · <4>
const STAMP = /^(?:<\d{1,3}>)?\s*\[[^\]]{1,60}\]\s*/u;

/**
 * What the kernel said, without the time and host before it:
 *
 *   Nov 23 10:00:00 db-01 kernel: [  370.112481] INFO: task python:2651 blocked for more than 120 seconds.
 */
export function kernelMessage(line: string): string {
  const mark = line.slice(0, MARK_WITHIN).indexOf(MARK);
  const message = mark < 0 ? line : line.slice(mark + MARK.length);
  return message.replace(STAMP, '').replace(STAMP, '').trim();
}
