import { jsonText, type JsonNode } from '../../facts/json-lines.ts';
import type { ManagedSetting } from '../knowledge/managed-settings.ts';

/** What must stand there, in the words of JSON; undefined where what stands there is right. */
export function wrongValue(
  value: JsonNode,
  expected: ManagedSetting | 'object' | 'list',
): string | undefined {
  if (expected === 'object') return value.kind === 'object' ? undefined : 'an object in braces';
  if (expected === 'list') return value.kind === 'array' ? undefined : 'a list in brackets';
  switch (expected.type) {
    case 'any':
      return undefined;
    case 'boolean':
      return value.kind === 'scalar' && typeof value.value === 'boolean'
        ? undefined
        : 'true or false without quotes';
    case 'strings':
      return isListOfStrings(value) ? undefined : 'a list of strings';
    case 'string':
      return wrongString(value, expected);
    case 'integer':
    case 'count':
      return wrongNumber(value, expected);
  }
}

/** A value for people, of bearable length. */
export function valueText(value: JsonNode): string {
  const text = jsonText(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function isListOfStrings(value: JsonNode): boolean {
  return (
    value.kind === 'array' &&
    value.items.every((item) => item.kind === 'scalar' && typeof item.value === 'string')
  );
}

function wrongString(value: JsonNode, { values }: ManagedSetting): string | undefined {
  if (value.kind !== 'scalar' || typeof value.value !== 'string') {
    return values ? `one of ${values.join(', ')} in quotes` : 'a string in quotes';
  }
  const text = value.value.toLowerCase();
  return !values || values.includes(text) ? undefined : `one of ${values.join(', ')}`;
}

/** A `count` may stand in quotes. */
function wrongNumber(value: JsonNode, { type, min, max }: ManagedSetting): string | undefined {
  const range = min === undefined || max === undefined ? '' : ` from ${min} to ${max}`;
  const written = value.kind === 'scalar' ? value.value : undefined;
  const number = type === 'count' && typeof written === 'string' ? Number(written || Number.NaN) : written;
  const fits =
    typeof number === 'number' &&
    Number.isInteger(number) &&
    number >= (min ?? number) &&
    number <= (max ?? number);
  return fits ? undefined : `a whole number${range}`;
}
