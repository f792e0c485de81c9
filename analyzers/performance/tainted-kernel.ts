import {
  cannotTell,
  cite,
  defineAnalyzer,
  optional,
  type Citation,
  type FindingDraft,
} from '../../engine/api/index.ts';
import { kernelLog, type Logged, type ModuleTaint } from '../../facts/kernel/kernel-log.ts';
import { kernelModules, type KernelModules } from '../../facts/kernel/modules.ts';
import { tainted } from '../../facts/kernel/tainted.ts';
import { agentPresent } from '../applies.ts';
import { isNamed } from '../conflict/product-of-program.ts';
import { securityProducts } from '../knowledge/security-products.ts';
import { links } from '../links.ts';
import { citeLogged, namesText, some } from './logged.ts';

/** Proprietary, forced, out-of-tree, unsigned: what a module is, not what has gone wrong. */
const OF_MODULES = /[PFOE]/gu;
/** The agent for RHEL 6 brings modules of its own. */
const OF_AGENT = /^mdatp_/u;

const messages = {
  product: '{product} taints the kernel by {modules} ({reasons})',
  modules: 'Modules that are not of the distribution taint the kernel: {modules} ({reasons})',
  unnamed: 'A module taints the kernel (flags {flags}); the log no longer says which',
} as const;

export const taintedKernel = defineAnalyzer({
  id: 'performance/tainted-kernel',
  title: 'Kernel tainted by modules of others',
  why: 'A support that is asked about hangs or crashes asks first to repeat them without these modules.',
  severity: 'info',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { tainted: optional(tainted), log: optional(kernelLog), modules: optional(kernelModules) },
  messages,
  remediation: {
    steps: ['Name the modules when a case on hangs or crashes is opened, and have their versions at hand.'],
    commands: [
      { command: 'cat /proc/sys/kernel/tainted', risk: 'safe' },
      { command: "grep -E '\\([A-Z]+\\)$' /proc/modules", risk: 'safe' },
    ],
    links: [links.performance],
  },
  sources: [
    { document: 'linux-support-perf', date: '2025-01' },
    { document: 'Kernel documentation, tainted-kernels', date: '2024-05' },
  ],
  because: [{ of: 'conflict/third-party-kernel-module', sameSubject: true }],

  evaluate({ tainted: state, log, modules }, { know }) {
    if (!state && !log) {
      return cannotTell('Neither the taint of the kernel nor its messages are in the bundle.', { tainted });
    }
    const flags = state?.flags.value.match(OF_MODULES)?.join('') ?? '';
    // Logs go back beyond the last boot.
    if (state && flags === '') return [];
    const taints = log?.moduleTaints ?? [];
    if (taints.length === 0) {
      if (!state) return [];
      return [{ message: 'unnamed', params: { flags }, evidence: [cite(state.mask)], identity: [] }];
    }
    const context = state ? [cite(state.mask, 'context')] : [];
    const byProduct = Map.groupBy(
      taints.filter(({ value }) => !OF_AGENT.test(value.module)),
      ({ value }) => know(securityProducts).find((one) => isNamed(one.modules, value.module))?.product,
    );
    return [...byProduct].flatMap(([product, rows]) => draftsOf(product, rows, context, modules));
  },
});

function draftsOf(
  product: string | undefined,
  taints: readonly Logged<ModuleTaint>[],
  context: readonly Citation[],
  loaded: KernelModules | undefined,
): readonly FindingDraft<typeof messages>[] {
  const rows = some(taints);
  if (!rows) return [];
  const names = rows.map(({ value }) => value.module);
  const modules = namesText(names);
  const reasons = namesText(rows.map(({ value }) => value.reason));
  const listed = loaded?.modules.find(({ value }) => value.name === names[0]);
  const evidence = [...citeLogged(rows), ...context, ...(listed ? [cite(listed, 'context')] : [])] as const;
  return product === undefined
    ? [{ message: 'modules', params: { modules, reasons }, evidence, identity: [] }]
    : [
        {
          message: 'product',
          params: { modules, product, reasons },
          evidence,
          subject: product,
          identity: [product],
        },
      ];
}
