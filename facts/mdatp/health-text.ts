import type { Line, Location } from '../../engine/api/index.ts';
import { snakeCase } from './health-fields.ts';
import type { RawField, RawValue } from './health-values.ts';

// passive_mode_enabled                        : false [managed]
const FIELD = /^\s*(?<key>[a-z][A-Za-z0-9_]{1,63})\s*:(?:\s(?<value>.*))?$/u;

/** Lines that one value may be wrapped over. */
const LINES_WRAPPED = 50;

/** Fields of `mdatp health` in its text form; a value that was wrapped on to the next lines is joined. */
export function textFields(lines: readonly Line[]): readonly RawField[] {
  const fields: RawField[] = [];
  let open: { readonly key: string; readonly at: Location; readonly value: string } | undefined;
  const close = (): void => {
    if (open) fields.push(rawField(open));
    open = undefined;
  };
  for (const { text, at } of lines) {
    const parts = FIELD.exec(text)?.groups;
    if (parts) {
      close();
      open = { key: parts['key'] ?? '', at, value: parts['value']?.trimStart() ?? '' };
    } else if (
      open &&
      text.trim() !== '' &&
      at.line - open.at.line <= LINES_WRAPPED &&
      isUnfinished(open.value)
    ) {
      open = { ...open, value: open.value + text.trimStart() };
    } else close();
  }
  close();
  return fields;
}

function rawField({ key, at, value }: { key: string; at: Location; value: string }): RawField {
  // "false [managed]"; once seen without the space
  const trimmed = value.trim();
  const managed = trimmed.endsWith('[managed]');
  const bare = managed ? trimmed.slice(0, -'[managed]'.length).trimEnd() : trimmed;
  return { name: snakeCase(key), at, value: rawValue(bare), managed };
}

function rawValue(text: string): RawValue {
  if (text === 'unavailable') return { kind: 'unavailable' };
  const isQuoted = text.length >= 2 && text.startsWith('"') && text.endsWith('"');
  return { kind: 'scalar', text: isQuoted ? text.slice(1, -1) : text };
}

/** A quote or a bracket that is opened and not yet closed. */
function isUnfinished(value: string): boolean {
  const text = value
    .trim()
    .replace(/\[managed\]$/u, '')
    .trimEnd();
  if (text.startsWith('[')) return !text.endsWith(']');
  return text.startsWith('"') && (text.length < 2 || !text.endsWith('"'));
}
