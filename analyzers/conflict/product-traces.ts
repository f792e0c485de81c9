import type { Located } from '../../engine/api/index.ts';
import type { KernelModules } from '../../facts/kernel/modules.ts';
import type { InstalledPackages } from '../../facts/packages/installed-packages.ts';
import type { ProcessList } from '../../facts/process/process-list.ts';
import type { SystemdUnits } from '../../facts/systemd/units.ts';
import type { SecurityProduct } from '../knowledge/security-products.ts';

/** The facts in which a product may leave a trace; any of them may be missing. */
export interface TraceFacts {
  readonly processes: ProcessList | undefined;
  readonly modules: KernelModules | undefined;
  readonly packages: InstalledPackages | undefined;
  readonly units: SystemdUnits | undefined;
}

/** What was found of one product. */
export interface ProductTraces {
  readonly product: SecurityProduct;
  /** Processes, loaded modules and active units. */
  readonly running: readonly Located<unknown>[];
  readonly installed: readonly Located<unknown>[];
}

/**
 * Looks for products by exact names. A short name that other programs bear too counts only where a package, unit,
 * module or stronger name of the same product stands beside it.
 */
export function productTraces(
  facts: TraceFacts,
  products: readonly SecurityProduct[],
): readonly ProductTraces[] {
  return products.flatMap((product) => {
    const strong = [
      ...(facts.processes?.processes ?? []).filter(({ value }) => isNamed(product.processes, value.name)),
      ...(facts.modules?.modules ?? []).filter(({ value }) => isNamed(product.modules, value.name)),
      ...(facts.units?.units ?? []).filter(
        ({ value }) => value.active === 'active' && isNamed(product.units, value.unit),
      ),
    ];
    const installed = product.packages.flatMap((name) => facts.packages?.byName.get(name) ?? []);
    if (strong.length === 0 && installed.length === 0) return [];
    const weak = (facts.processes?.processes ?? []).filter(({ value }) =>
      isNamed(product.weakProcesses, value.name),
    );
    return [{ product, running: [...strong, ...weak], installed }];
  });
}

function isNamed(names: readonly string[], name: string): boolean {
  return names.some((one) => (one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : one === name));
}
