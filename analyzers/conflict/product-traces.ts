import type { Located } from '../../engine/api/index.ts';
import type { KernelModule, KernelModules } from '../../facts/kernel/modules.ts';
import type { AnalyzerXml } from '../../facts/mdatp/analyzer-xml.ts';
import type { ConflictingProcesses } from '../../facts/mdatp/conflicting-processes.ts';
import type { InstalledPackages } from '../../facts/packages/installed-packages.ts';
import type { ProcessList } from '../../facts/process/process-list.ts';
import type { SystemdUnits } from '../../facts/systemd/units.ts';
import type { SecurityProduct } from '../knowledge/security-products.ts';
import { isNamed } from './product-of-program.ts';

/** The facts in which a product may leave a trace; any of them may be missing. */
export interface TraceFacts {
  readonly processes: ProcessList | undefined;
  readonly modules: KernelModules | undefined;
  readonly packages: InstalledPackages | undefined;
  readonly units: SystemdUnits | undefined;
  /** What the client analyzer saw, which greps for names in `ps aux`. */
  readonly seen?: ConflictingProcesses | undefined;
  readonly summary?: AnalyzerXml | undefined;
}

/** What was found of one product. */
export interface ProductTraces {
  readonly product: SecurityProduct;
  /** Processes and active units. */
  readonly running: readonly Located<unknown>[];
  readonly modules: readonly Located<KernelModule>[];
  readonly installed: readonly Located<unknown>[];
  /** What only the client analyzer's summary says: a name somewhere in a command line. */
  readonly reported: readonly Located<unknown>[];
}

/**
 * Looks for products by exact names. A short name that other programs bear too counts only where a package, unit,
 * module or stronger name of the same product stands beside it.
 */
export function productTraces(
  facts: TraceFacts,
  products: readonly SecurityProduct[],
): readonly ProductTraces[] {
  const programs = programsOf(facts);
  return products.flatMap((product) => {
    const named = programs.filter(({ value }) => isNamed(product.processes, value));
    const units = (facts.units?.units ?? []).filter(
      ({ value }) => value.active === 'active' && isNamed(product.units, value.unit),
    );
    const modules = (facts.modules?.modules ?? []).filter(({ value }) =>
      isNamed(product.modules, value.name),
    );
    const installed = product.packages.flatMap((name) => facts.packages?.byName.get(name) ?? []);
    const reported = reportedBy(facts, product);
    if (named.length + units.length + modules.length + installed.length + reported.length === 0) return [];
    const weak = programs.filter(({ value }) => isNamed(product.weakProcesses, value));
    return [{ product, running: [...named, ...units, ...weak], modules, installed, reported }];
  });
}

/** Names of running programs; those the client analyzer saw only where the list of processes itself is missing. */
function programsOf({ processes, seen }: TraceFacts): readonly Located<string>[] {
  if (processes) return processes.processes.map(({ value, at }) => ({ value: value.name, at }));
  return (seen?.tools ?? []).map(({ value, at }) => ({ value: value.program, at }));
}

function reportedBy(
  { processes, seen, summary }: TraceFacts,
  { analyzerName }: SecurityProduct,
): readonly Located<unknown>[] {
  const list = summary?.conflictingAgents;
  if (processes || seen || !list || analyzerName === undefined) return [];
  const names = list.value.split(',').map((one) => one.trim().toLowerCase());
  return names.includes(analyzerName) ? [list] : [];
}
