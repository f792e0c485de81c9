import { NotCollectedError, type Line, type Located, type TextEntry } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';

/** One command of the client analyzer's auditd_info.txt with what it printed. */
export interface AuditBlock {
  /** The command, located at its line. */
  readonly command: Located<string>;
  readonly lines: readonly Line[];
}

/**
 * Cuts auditd_info.txt into its blocks; a text of another form has none:
 *
 *   sudo auditctl -s
 *   ================
 *   enabled 1
 */
export function auditBlocks(entry: TextEntry): readonly AuditBlock[] {
  const lines = entry.lines();
  const heads = lines.flatMap((_line, index) => (isHead(lines, index) ? [index] : []));
  return heads.map((head, index) => {
    const { text = '', at = { entry: entry.path, line: 1 } } = lines[head] ?? {};
    const from = head + (isRule(lines[head + 1]) ? 2 : 1);
    return { command: { value: text.trim(), at }, lines: lines.slice(from, heads[index + 1]) };
  });
}

/**
 * The output of one command, from a file of its own or from its block in auditd_info.txt. Throws
 * NotCollectedError where the command was not run or failed.
 */
export function auditOutput(entry: TextEntry, isWanted: (command: string) => boolean): readonly Line[] {
  const blocks = auditBlocks(entry);
  if (blocks.length === 0) {
    refuseFailedCommand(entry);
    return entry.lines();
  }
  const block = blocks.find(({ command }) => isWanted(command.value));
  if (!block) throw new NotCollectedError(`${entry.path} has no block of the command`);
  refuseFailedCommand(entryOf(entry, block));
  return block.lines;
}

/** The blocks of auditd_info.txt that are wanted; none where the text has another form. */
export function auditOutputs(
  entry: TextEntry,
  isWanted: (command: string) => boolean,
): readonly AuditBlock[] {
  return auditBlocks(entry).filter(({ command }) => isWanted(command.value));
}

function isHead(lines: readonly Line[], index: number): boolean {
  const text = lines[index]?.text.trim() ?? '';
  if (text === '' || isRule(lines[index])) return false;
  // The state of the service may stand without a line of its own below its head.
  return isRule(lines[index + 1]) || (text === 'service auditd status' && lines.some(isRule));
}

function isRule(line: Line | undefined): boolean {
  return line !== undefined && /^={3,}$/u.test(line.text.trim());
}

function entryOf(entry: TextEntry, block: AuditBlock): TextEntry {
  return {
    path: `${block.command.value} in ${entry.path}`,
    text: block.lines.map((line) => line.text).join('\n'),
    cut: entry.cut,
    lines: () => block.lines,
  };
}
