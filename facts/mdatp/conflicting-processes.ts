import { textFact, UnreadableError, type Line, type Located } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';

export interface ConflictingTool {
  /** Empty where the line names none. */
  readonly vendor: string;
  readonly agent: string;
  /** The whole line. */
  readonly text: string;
}

export interface ConflictingProcesses {
  /** The line that says that nothing was found. */
  readonly none: Located<string> | undefined;
  readonly tools: readonly Located<ConflictingTool>[];
  readonly binaries: readonly Located<{ readonly text: string }>[];
}

/**
 * What the client analyzer takes for other protection on the host:
 *
 *   No Known Conflicts
 *
 *   Conflicting agents:
 *   ExampleVendor: exampled
 *   Conflicting binaries:
 *   /opt/example/bin/exampled
 */
export const conflictingProcesses = textFact<ConflictingProcesses>({
  name: 'mdatp.conflicting-processes',
  describes: 'Other protection that the client analyzer saw',
  collect: { title: 'client analyzer', command: 'sudo ./MDESupportTool -d' },
  fields: {
    none: { type: 'string', describes: 'What says that nothing was found' },
    tools: {
      type: 'rows',
      describes: 'Agents that were seen',
      row: {
        vendor: { type: 'string', describes: 'Vendor' },
        agent: { type: 'string', describes: 'Agent' },
        text: { type: 'string', describes: 'The line' },
      },
    },
    binaries: {
      type: 'rows',
      describes: 'Binaries that were seen',
      row: { text: { type: 'string', describes: 'The line' } },
    },
  },
  view: { kind: 'table', title: 'Other protection', rows: 'tools' },
  from: {
    'client-analyzer': 'conflicting_processes_information.txt',
    plain: 'conflicting_processes_information.txt',
  },
  parse(entry): ConflictingProcesses {
    refuseFailedCommand(entry);
    const lines = entry.lines().filter(({ text }) => /\w/u.test(text));
    if (lines.length === 0) throw new UnreadableError(`${entry.path} holds no words`);
    const none = lines.find(({ text }) => NONE.test(text));
    return { none: none && { value: none.text.trim(), at: none.at }, ...sections(lines) };
  },
});

const NONE = /no known conflicts|no conflict(?:s|ing\b.{0,80}) (?:found|detected)/iu;
// Conflicting binaries: · Known conflicting agents
const HEADING = /^\W*(?:(?:known |found )?conflict|.{1,80}:\s*$)/iu;

function sections(lines: readonly Line[]): Pick<ConflictingProcesses, 'tools' | 'binaries'> {
  const tools: Located<ConflictingTool>[] = [];
  const binaries: Located<{ readonly text: string }>[] = [];
  let inBinaries = false;
  for (const { text, at } of lines) {
    if (NONE.test(text)) continue;
    const row = text.trim();
    if (HEADING.test(row)) inBinaries = /binar/iu.test(row);
    else if (inBinaries) binaries.push({ value: { text: row }, at });
    else tools.push({ value: toolOf(row), at });
  }
  return { tools, binaries };
}

/** `ExampleVendor: exampled` or a name alone. */
function toolOf(text: string): ConflictingTool {
  const cut = text.indexOf(': ');
  return cut < 1
    ? { vendor: '', agent: text, text }
    : { vendor: text.slice(0, cut).trim(), agent: text.slice(cut + 2).trim(), text };
}
