import type { Exclusion } from '../../facts/mdatp/exclusions.ts';

/** The folder whose whole content is excluded: `/usr/lib/`, `/usr/lib/*` and `/usr//lib` are `/usr/lib`. */
export function folderOf({ kind, value }: Exclusion): string | undefined {
  const text = value.trim();
  const coversContent = text.endsWith('/') || /\/\*{1,2}$/u.test(text);
  if (!text.startsWith('/') || (kind !== 'folder' && !(kind === 'file' && coversContent))) return undefined;
  const parts = text.split('/').filter((part) => part !== '' && part !== '.');
  while (parts.at(-1) === '*' || parts.at(-1) === '**') parts.pop();
  return `/${parts.join('/')}`;
}
