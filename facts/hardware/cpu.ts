import { textFact, UnreadableError, type Line, type Located } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { hostFile, places } from '../places.ts';

export interface Cpu {
  readonly cores: Located<number> | undefined;
  readonly architecture: Located<string> | undefined;
  readonly modelName: Located<string> | undefined;
}

/**
 * The processors, as lscpu or /proc/cpuinfo shows them:
 *
 *   Architecture:        x86_64
 *   CPU(s):              4
 */
export const cpu = textFact<Cpu>({
  name: 'hardware.cpu',
  describes: 'Processors of the host',
  collect: { title: 'lscpu', command: 'lscpu > cpuinfo.txt' },
  fields: {
    cores: { type: 'number', describes: 'Processors that the system sees' },
    architecture: { type: 'string', describes: 'Architecture' },
    modelName: { type: 'string', describes: 'Model' },
  },
  view: { kind: 'fields', title: 'Processors' },
  from: places(
    {
      'client-analyzer': 'cpuinfo.txt',
      sosreport: ['sos_commands/processor/lscpu', 'lscpu'],
      supportconfig: ['hardware.txt!#*lscpu*', '*.txt!#/proc/cpuinfo'],
      plain: ['lscpu', 'lscpu.txt', 'cpuinfo.txt', 'sos_commands/processor/lscpu'],
    },
    hostFile('proc/cpuinfo'),
  ),
  looksLike: (head) =>
    /^Architecture:\s+\S+\s+CPU op-mode/u.test(head) || /^processor\t: 0\r?\nvendor_id\t:/u.test(head),
  parse(entry): Cpu {
    refuseFailedCommand(entry);
    const lines = entry.lines();
    const listed = valueOf(lines, LISTED);
    const found = {
      cores: listed ? { value: Number(listed.value), at: listed.at } : processors(lines),
      architecture: valueOf(lines, ARCHITECTURE),
      modelName: valueOf(lines, MODEL),
    };
    if (!found.cores && !found.architecture)
      throw new UnreadableError(`${entry.path} describes no processor`);
    return found;
  },
});

// CPU(s):                  2
const LISTED = /^\s*CPU\(s\):\s+(?<value>\d{1,6})\s*$/u;
// Architecture:            x86_64
const ARCHITECTURE = /^\s*Architecture:\s+(?<value>\S+)/u;
// Model name:     Example CPU @ 2.40GHz · model name	: Example CPU @ 2.40GHz
const MODEL = /^\s*model name\s*:\s*(?<value>\S.*)$/iu;
// processor	: 0
const PROCESSOR = /^processor\s*:\s*\d+\s*$/u;

function valueOf(lines: readonly Line[], pattern: RegExp): Located<string> | undefined {
  for (const { text, at } of lines) {
    const value = pattern.exec(text)?.groups?.['value'];
    if (value !== undefined) return { value: value.trim(), at };
  }
  return undefined;
}

/** /proc/cpuinfo has one block for each processor; the first stands for all. */
function processors(lines: readonly Line[]): Located<number> | undefined {
  const found = lines.filter(({ text }) => PROCESSOR.test(text));
  const [first] = found;
  return first && { value: found.length, at: first.at };
}
