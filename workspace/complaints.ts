import type { EngineAnswer, SourceEnd } from '../engine/run/protocol.ts';
import { visibleLine } from '../report/escape.ts';
import type { Say } from '../report/messages.ts';

/**
 * One sentence for each source that could not be read as a whole: what, where, what was read all the same, what to do.
 * An interrupt is said once, however many sources it left out.
 */
export function complaints({ sources }: EngineAnswer, say: Say): readonly string[] {
  const sentences = sources.flatMap((source) => complaint(source, say) ?? []);
  if (sources.some(({ ended }) => ended === 'cancelled')) {
    const judged = sources.some(({ reportCount }) => reportCount > 0);
    sentences.push(say(judged ? 'error.cancelled' : 'error.cancelledEarly'));
  }
  return sentences.map(visibleLine);
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
  const detail = (codes: readonly string[]): string | undefined =>
    problems.find(({ code, at }) => codes.includes(code) && (at?.entry ?? '') === '')?.detail;
  if (ended === 'limit') {
    const limit = problems.find(({ code }) => code.startsWith('limit-'))?.detail ?? '';
    return say('error.limit', { name, detail: limit });
  }
  if (ended === 'damaged') {
    const damage = detail(['truncated', 'damaged', 'checksum-mismatch']) ?? '';
    return say('error.damaged', { name, detail: damage, entries });
  }
  if (recognised) return undefined;
  const locked = problems.find(({ code }) => code === 'encrypted')?.detail;
  if (locked !== undefined) {
    // Members of a zip are named without it.
    return say('error.encrypted', { detail: locked.includes(name) ? locked : `${name}: ${locked}` });
  }
  const other = detail(['not-an-archive']);
  if (other !== undefined) return say('error.notAnArchive', { detail: other });
  const unsupported = detail(['unsupported']);
  if (unsupported !== undefined) return say('error.unsupported', { detail: unsupported });
  return say('error.notRecognised', { name, entries });
}
