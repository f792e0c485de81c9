import type { Report } from '../engine/api/index.ts';
import { blockedInputs } from './parts/blocked-inputs.ts';
import type { Pen } from './pen.ts';
import { wrap } from './wrap.ts';

/** What could not be looked at, by the input that is missing, and one request to whoever collects. */
export function blockedText(report: Report, { say, paint: p, width }: Pen): string {
  const { inputs, reasons, commands } = blockedInputs(report, say);
  if (inputs.length === 0 && reasons.length === 0) return '';
  const rows = inputs.map(({ what, how, ids }) => {
    const row = say('blocked.row', { count: ids.length, what, how });
    return `${wrap(row, width, '  ')}\n${p.dim(wrap(ids.join(', '), width, '    '))}`;
  });
  const others = reasons.map((one) => wrap(say('blocked.reason', one), width, '  '));
  const request =
    commands.length > 0
      ? ['', `  ${say('blocked.request')}`, ...commands.map((command) => `    ${command}`)]
      : [];
  return [p.bold(say('blocked.title')), ...rows, ...others, ...request].join('\n');
}
