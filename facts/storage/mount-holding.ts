import type { Located } from '../../engine/api/index.ts';
import { isHeldBy } from './held-by.ts';
import type { Mount } from './mount-line.ts';

/** Types that stand in until something is mounted in their place. */
const STAND_INS: ReadonlySet<string> = new Set(['autofs', 'rootfs']);

/** The mount that holds a path: of those on the longest folder above it the last, which covers the others. */
export function mountHolding(mounts: readonly Located<Mount>[], path: string): Located<Mount> | undefined {
  let best: Located<Mount> | undefined;
  for (const mount of mounts) {
    const { target, type } = mount.value;
    if (STAND_INS.has(type) || !isHeldBy(target, path)) continue;
    if (target.length >= (best?.value.target.length ?? 0)) best = mount;
  }
  return best;
}

/** Whether an option is set, as a whole word: `ro` is not in `errors=remount-ro`. */
export function hasOption({ options }: Mount, wanted: string): boolean {
  return options.split(',').includes(wanted);
}
