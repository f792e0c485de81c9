import type { Domain, Finding, MessageParam } from '../api/index.ts';

export type Mask = NonNullable<Domain['mask']>;

/** A finding whose sentence holds no secret: lines of the bundle may have become values of it. */
export function masked(finding: Finding, mask: Mask): Finding {
  const hidden = (text: string): string => mask([text])[0] ?? '';
  const params = Object.entries(finding.params).map(([name, value]): [string, MessageParam] => [
    name,
    typeof value === 'string' ? hidden(value) : value,
  ]);
  return { ...finding, message: hidden(finding.message), params: Object.fromEntries(params) };
}
