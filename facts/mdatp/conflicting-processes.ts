import { textFact, UnreadableError, type Line, type Located } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';

export interface ConflictingTool {
  /** Empty where the file names none. */
  readonly vendor: string;
  /** The name that was looked for; it may be but a part of the command line. */
  readonly agent: string;
  /** Base name of the program that runs; empty where the file shows no process. */
  readonly program: string;
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
 * What the client analyzer takes for other protection on the host; it looks for names anywhere in `ps aux`:
 *
 *   No Known Conflicts
 *
 *   conflicting security tools
 *   ==========================
 *   trendmicro - ds_agent:
 *   root  1502  0.0  0.0  98216  4108 ?  Ss  Aug31  0:10 /opt/ds_agent/ds_agent -w /var/opt/ds_agent
 *
 *   conflicting binaries
 *   ====================
 *   /usr/bin/adclient, /usr/local/sbin/haproxy
 */
export const conflictingProcesses = textFact<ConflictingProcesses>({
  name: 'mdatp.conflicting-processes',
  describes: 'Other protection that the client analyzer saw',
  collect: { title: 'client analyzer', command: 'sudo ./MDESupportTool -d' },
  fields: {
    none: { type: 'string', describes: 'What says that nothing was found' },
    tools: {
      type: 'rows',
      describes: 'Processes that were seen',
      row: {
        vendor: { type: 'string', describes: 'Vendor' },
        agent: { type: 'string', describes: 'Name that was looked for' },
        program: { type: 'string', describes: 'Program that runs' },
        text: { type: 'string', describes: 'The line' },
      },
    },
    binaries: {
      type: 'rows',
      describes: 'Binaries that were seen',
      row: { text: { type: 'string', describes: 'Path' } },
    },
  },
  view: { kind: 'table', title: 'Other protection', rows: 'tools' },
  from: {
    'client-analyzer': 'conflicting_processes_information.txt',
    plain: 'conflicting_processes_information.txt',
  },
  looksLike: (head) => /^(?:No Known Conflicts\s*$|conflicting (?:security tools|binaries)\n=)/u.test(head),
  parse(entry): ConflictingProcesses {
    refuseFailedCommand(entry);
    const lines = entry.lines().filter(({ text }) => /\w/u.test(text));
    if (lines.length === 0) throw new UnreadableError(`${entry.path} holds no words`);
    const none = lines.find(({ text }) => NONE.test(text));
    return { none: none && { value: none.text.trim(), at: none.at }, ...sections(lines) };
  },
});

const NONE = /no known conflicts|no conflict(?:s|ing\b.{0,80}) (?:found|detected)/iu;
// conflicting binaries · Conflicting agents: · Known conflicting agents
const HEADING = /^\W*(?:(?:known |found )?conflict)/iu;
// trendmicro - ds_agent:
const LOOKED_FOR = /^(?<vendor>[\w .&]{1,60}?) - (?<agent>[^\s:]{1,60}):$/u;

interface Sections {
  readonly tools: Located<ConflictingTool>[];
  readonly binaries: Located<{ readonly text: string }>[];
}

function sections(lines: readonly Line[]): Pick<ConflictingProcesses, 'tools' | 'binaries'> {
  const found: Sections = { tools: [], binaries: [] };
  let inBinaries = false;
  let lookedFor = { vendor: '', agent: '' };
  for (const { text, at } of lines) {
    const row = text.trim();
    if (NONE.test(row)) continue;
    const { vendor, agent } = LOOKED_FOR.exec(row)?.groups ?? {};
    if (vendor !== undefined && agent !== undefined) lookedFor = { vendor, agent };
    else if (HEADING.test(row)) inBinaries = /binar/iu.test(row);
    else if (inBinaries)
      found.binaries.push(...row.split(/,\s*/u).map((path) => ({ value: { text: path }, at })));
    else found.tools.push({ value: toolOf(row, lookedFor), at });
  }
  return found;
}

/** A row of `ps aux`, `ExampleVendor: exampled`, or a name alone. */
function toolOf(
  text: string,
  lookedFor: { readonly vendor: string; readonly agent: string },
): ConflictingTool {
  const command = PS_ROW.exec(text)?.groups?.['command'];
  if (command !== undefined) return { ...lookedFor, program: baseName(command), text };
  const cut = text.indexOf(': ');
  if (cut < 1) return { vendor: '', agent: text, program: baseName(text), text };
  const agent = text.slice(cut + 2).trim();
  return { vendor: text.slice(0, cut).trim(), agent, program: baseName(agent), text };
}

// root  1502  0.0  0.0  98216  4108 ?  Ss  Aug31  0:10 /opt/ds_agent/ds_agent -w /var/opt/ds_agent
const PS_ROW = /^\S+\s+\d+\s+[\d.]+\s+[\d.]+\s+\d+\s+\d+\s+\S+\s+\S+\s+\S+\s+\S+\s+(?<command>\S.*)$/u;

function baseName(command: string): string {
  const [first = ''] = command.split(/\s/u, 1);
  return first.slice(first.lastIndexOf('/') + 1).replace(/:$/u, '');
}
