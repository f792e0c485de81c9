import type { Problem, ProblemCode } from '../engine/api/index.ts';
import type { EngineAnswer, SourceEnd } from '../engine/run/protocol.ts';
import { visibleLine } from '../report/escape.ts';
import type { Say } from '../report/messages.ts';

/** Archives in one source that are named; the report has them all. */
const MOST_LOCKED = 3;
const DAMAGE: readonly ProblemCode[] = ['truncated', 'damaged', 'checksum-mismatch'];

const ENDING: readonly ProblemCode[] = [
  'limit-wall-time',
  'limit-memory-bytes',
  'limit-total-bytes',
  'limit-entries',
];

/**
 * One sentence for each source that could not be read as a whole: what, where, what was read all the same, what to do.
 * An interrupt is said once, however many sources it left out.
 */
export function complaints({ sources, fault }: EngineAnswer, say: Say): readonly string[] {
  const sentences = sources.flatMap((source) => [complaint(source, say) ?? [], locked(source, say)].flat());
  if (fault !== undefined) sentences.push(say('error.engine', { reason: fault }));
  if (sources.some(({ ended }) => ended === 'cancelled')) {
    const judged = sources.some(({ reportCount }) => reportCount > 0);
    sentences.push(say(judged ? 'error.cancelled' : 'error.cancelledEarly'));
  }
  return sentences.map(visibleLine);
}

/** What a password would open. */
export function locked(
  { name, problems }: Pick<SourceEnd, 'name' | 'problems'>,
  say: Say,
): readonly string[] {
  const sentences = problems.flatMap(({ code, detail: members }) => {
    // Members of a zip are named without it.
    const detail = members.includes(name) ? members : `${name}: ${members}`;
    if (code === 'encrypted') return say('error.encrypted', { detail });
    if (code === 'password-needed') return say('error.passwordNeeded', { detail });
    return code === 'wrong-password' ? say('error.wrongPassword', { detail }) : [];
  });
  return sentences.slice(0, MOST_LOCKED);
}

/** Damage inside one member, which the archive itself does not show. */
function memberDamage(problems: readonly Problem[]): string | undefined {
  const found = problems.find(({ code }) => DAMAGE.includes(code));
  return found && `${found.at?.entry ?? ''}: ${found.detail}`;
}

function complaint(source: SourceEnd, say: Say): string | undefined {
  const { name, opened, ended, recognised, problem, problems, entries } = source;
  if (!opened) {
    const detail = problem?.detail ?? name;
    return problem?.code === 'malformed-file'
      ? say('error.empty', { detail })
      : say('error.notOpened', { detail });
  }
  if (ended === 'cancelled') return undefined;
  const detail = (codes: readonly ProblemCode[]): string | undefined =>
    problems.find(({ code, at }) => codes.includes(code) && (at?.entry ?? '') === '')?.detail;
  if (ended === 'limit') {
    // What ended the run comes first; entries may have met limits of their own before.
    const limits = problems.filter(({ code }) => code.startsWith('limit-'));
    const limit = (limits.find(({ code }) => ENDING.includes(code)) ?? limits[0])?.detail ?? '';
    return say(recognised ? 'error.limit' : 'error.limitFirst', { name, detail: limit });
  }
  if (ended === 'damaged') {
    const damage = detail(DAMAGE) ?? memberDamage(problems) ?? '';
    return say('error.damaged', { name, detail: damage, entries });
  }
  if (recognised) return undefined;
  if (locked(source, say).length > 0) return undefined;
  const other = detail(['not-an-archive']);
  if (other !== undefined) return say('error.notAnArchive', { detail: other });
  const unsupported = detail(['unsupported']);
  if (unsupported !== undefined) return say('error.unsupported', { detail: unsupported });
  return say('error.notRecognised', { name, entries });
}
