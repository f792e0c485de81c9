import { NotCollectedError, type Line, type TextEntry } from '../../engine/api/index.ts';

/** What the blocks of an `mdatp_config.txt` are called. */
export type ConfigTitle =
  | 'MDE HEALTH'
  | 'MERGED CONFIGURATIONS'
  | 'MANAGED CONFIGURATIONS'
  | 'WDAVCFG CONFIGURATIONS'
  | 'WDAVSTATE CONFIGURATIONS';

// MDE HEALTH · MANAGED CONFIGURATIONS
const TITLE = /^\W{0,80}(?<title>MDE HEALTH|(?:MERGED|MANAGED|WDAVCFG|WDAVSTATE) CONFIGURATIONS)\b/u;

/**
 * The lines below each title of an `mdatp_config.txt`; empty for any other text:
 *
 *   Settings handed to the agent by management
 *   MANAGED CONFIGURATIONS
 *   /etc/opt/microsoft/mdatp/managed/mdatp_managed.json
 *
 *   {
 *       "cloudService": { "enabled": true }
 *   }
 */
export function configBlocks(lines: readonly Line[]): ReadonlyMap<ConfigTitle, readonly Line[]> {
  const blocks = new Map<ConfigTitle, readonly Line[]>();
  let title: ConfigTitle | undefined;
  let from = 0;
  const close = (to: number): void => {
    if (title && !blocks.has(title)) blocks.set(title, lines.slice(from, to));
  };
  for (const [index, { text }] of lines.entries()) {
    // The pattern gives no other titles than these.
    const next = TITLE.exec(text)?.groups?.['title'] as ConfigTitle | undefined;
    if (!next) continue;
    close(index);
    title = next;
    from = index + 1;
  }
  close(lines.length);
  return blocks;
}

/** The JSON of one block, or the whole text where it has no blocks. Throws where the block says that it is empty. */
export function jsonOfBlock(entry: TextEntry, title: ConfigTitle): readonly Line[] {
  const lines = entry.lines();
  const blocks = configBlocks(lines);
  if (blocks.size === 0) return lines;
  const block = blocks.get(title) ?? [];
  const json = fromBrace(block);
  if (json) return json;
  const complaint = block.find(({ text }) => text.trim() !== '')?.text.trim() ?? 'nothing';
  throw new NotCollectedError(`${entry.path} says under ${title}: ${complaint.slice(0, 200)}`);
}

/** The lines from the first that opens an object. */
export function fromBrace(lines: readonly Line[]): readonly Line[] | undefined {
  const start = lines.findIndex(({ text }) => text.trimStart().startsWith('{'));
  return start < 0 ? undefined : lines.slice(start);
}
