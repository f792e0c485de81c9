import type { SecurityProduct } from '../knowledge/security-products.ts';

/** The kernel cuts names of processes after fifteen characters, lsof after nine unless told otherwise. */
const KERNEL_CUT = 15;
const LSOF_CUT = 9;

/** Whether a name is one of a list; `*` at the end of a listed name stands for any rest. */
export function isNamed(names: readonly string[], name: string): boolean {
  return names.some((one) => {
    if (one.endsWith('*')) return name.startsWith(one.slice(0, -1));
    return one === name || (name.length === KERNEL_CUT && one.startsWith(name));
  });
}

/** What a program that conflicts is about: its product, or its own name where no product is known. */
export function subjectOf(program: string, products: readonly SecurityProduct[]): string {
  const own = OF_THEIR_OWN.find(({ programs }) => programs.some((one) => isSameProgram(one, program)));
  if (own) return own.subject;
  const product = products.find(({ processes, weakProcesses }) =>
    [...processes, ...weakProcesses].some((one) => !one.endsWith('*') && isSameProgram(one, program)),
  );
  return product?.product ?? program;
}

/** Programs with a check of their own. */
const OF_THEIR_OWN = [
  { subject: 'fapolicyd', programs: ['fapolicyd'] },
  { subject: 'ClamAV', programs: ['clamonacc', 'clamd'] },
] as const;

/** Whether two names may be of one program, one of them cut by lsof or the kernel. */
export function isSameProgram(a: string, b: string): boolean {
  const [short = '', long = ''] = a.length <= b.length ? [a, b] : [b, a];
  return short === long || (short.length >= LSOF_CUT && long.startsWith(short));
}
