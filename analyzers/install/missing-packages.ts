import {
  cannotTell,
  cite,
  citeAbsence,
  compareVersions,
  type AnalysisContext,
  type CannotTell,
  type Evidence1,
  type Located,
  type Source,
} from '../../engine/api/index.ts';
import type { Distribution } from '../../facts/host/distribution.ts';
import type { Agent } from '../../facts/mdatp/agent.ts';
import { installedPackages, type InstalledPackages } from '../../facts/packages/installed-packages.ts';
import type { LibcInfo } from '../../facts/packages/libc-info.ts';
import { agentDependencies, type AgentDependency } from '../knowledge/agent-dependencies.ts';

interface Inputs {
  readonly packages: InstalledPackages | undefined;
  /** The C library alone: all that the client analyzer knows of packages. */
  readonly libc?: LibcInfo | undefined;
  readonly agent: Agent | undefined;
  readonly host: Distribution | undefined;
}

interface MissingDraft<Message extends 'missing' | 'tooOld' = 'missing' | 'tooOld'> {
  readonly message: Message;
  readonly params: { readonly name: string; readonly found: string; readonly wanted: string };
  readonly evidence: Evidence1;
  readonly subject: string;
  readonly identity: readonly string[];
  readonly sources: readonly Source[];
}

/** What a package needs and a complete list of packages lacks, or has too old. */
export function missingPackages(
  of: AgentDependency['of'],
  inputs: Inputs,
  context: AnalysisContext,
): readonly MissingDraft[] | CannotTell {
  const { packages, libc } = inputs;
  const needed = context.know(agentDependencies).filter((row) => row.of === of && isNeeded(row, inputs));
  const judge = packages?.complete ? byPackages(packages) : byLibc(libc);
  const drafts = needed.flatMap((row) =>
    judge(row).map((draft) => ({ ...draft, sources: context.sourceOf(agentDependencies, row) })),
  );
  if (drafts.length > 0 || packages?.complete) return drafts;
  return packages
    ? cannotTell('The list of packages is not complete.')
    : cannotTell('No list of packages is in the bundle.', { installedPackages });
}

/** The drafts of packages of which no version is asked for. */
export function withoutVersions(
  drafts: ReturnType<typeof missingPackages>,
): readonly MissingDraft<'missing'>[] | CannotTell {
  if ('cannotTell' in drafts) return drafts;
  return drafts.flatMap((draft) =>
    draft.message === 'missing' ? [{ ...draft, message: draft.message }] : [],
  );
}

function isNeeded({ untilAgent, distributions }: AgentDependency, { agent, host }: Inputs): boolean {
  if (distributions && !(host && distributions.includes(host.id.value))) return false;
  if (untilAgent === undefined) return true;
  const version = agent?.version?.value;
  return version !== undefined && compareVersions(version, untilAgent) <= 0;
}

type Judge = (row: AgentDependency) => readonly Omit<MissingDraft, 'sources'>[];

function byPackages(packages: InstalledPackages): Judge {
  return (row) => {
    const found = row.names.map((one) => packages.byName.get(one)).find((one) => one !== undefined);
    if (found) return tooOld(row, { value: found.value.version, at: found.at });
    const looked = citeAbsence(row.names.join(' or '), [packages.entry]);
    const installed = packages.byName.get('mdatp');
    const params = { found: '', wanted: row.atLeast ?? '' };
    return [draftOf(row, 'missing', params, installed ? [looked, cite(installed, 'context')] : [looked])];
  };
}

function byLibc(libc: LibcInfo | undefined): Judge {
  return (row) => (libc && row.names.includes(libc.name.value) ? tooOld(row, libc.version) : []);
}

function tooOld(row: AgentDependency, { value, at }: Located<string>): ReturnType<Judge> {
  const found = value.replace(/^\d+:/u, '');
  const { atLeast: wanted } = row;
  if (wanted === undefined || compareVersions(found, wanted) >= 0) return [];
  return [draftOf(row, 'tooOld', { found, wanted }, [cite(at)])];
}

function draftOf(
  row: AgentDependency,
  message: MissingDraft['message'],
  params: { readonly found: string; readonly wanted: string },
  evidence: Evidence1,
): Omit<MissingDraft, 'sources'> {
  const name = row.names[0] ?? '';
  return { message, params: { name, ...params }, evidence, subject: name, identity: [name] };
}
