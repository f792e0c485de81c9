import { derivedFact, NotCollectedError, optional, type Located } from '../../engine/api/index.ts';
import { uname } from '../kernel/uname.ts';
import { analyzerXml } from '../mdatp/analyzer-xml.ts';
import { cpu } from './cpu.ts';

export interface Architecture {
  /** As `uname -m` writes it: `x86_64`, `aarch64`, `i686`, `ppc64le`, `s390x`. */
  readonly machine: Located<string>;
}

/** What the kernel is built for, by uname, by lscpu, or by what the client analyzer wrote. */
export const architecture = derivedFact({
  name: 'hardware.architecture',
  describes: 'Architecture that the kernel is built for',
  collect: { title: 'uname -a', command: 'uname -a > uname.txt' },
  fields: { machine: { type: 'string', describes: 'Architecture' } },
  view: { kind: 'fields', title: 'Architecture' },
  needs: { kernel: optional(uname), processor: optional(cpu), summary: optional(analyzerXml) },
  derive({ kernel, processor, summary }): Architecture {
    const written = kernel?.machine ?? processor?.architecture ?? summary?.architecture;
    if (!written) throw new NotCollectedError('nothing names the architecture');
    return { machine: { value: canonical(written.value), at: written.at } };
  },
});

/** Distributions and tools write the same processor in several ways. */
function canonical(machine: string): string {
  const lower = machine.toLowerCase();
  if (lower === 'amd64' || lower === 'x86-64') return 'x86_64';
  return lower === 'arm64' ? 'aarch64' : lower;
}
