import type { Exclusion } from '../../facts/mdatp/exclusions.ts';

/** Whether the exclusion holds for every component, and not for the antivirus alone. */
export function isGlobal({ scope }: Exclusion): boolean {
  return scope.includes('global');
}

export function isPath({ kind }: Exclusion): boolean {
  return kind === 'folder' || kind === 'file';
}

export function hasWildcard({ value }: Exclusion): boolean {
  return /[*?]/u.test(value);
}

/** Nothing but wildcards, slashes and dots: `*`, `/*`, `.*`. */
export function coversAll({ value }: Exclusion): boolean {
  const text = value.trim();
  return text.includes('*') && /^[*?./]+$/u.test(text);
}

// ~/cache/ · ~deploy/cache/ · $HOME/cache · /srv/app-${VERSION}/data · %TEMP%
// Not /srv/share/$RECYCLE.BIN/, /srv/classes/App$Inner.class, report~ or %20 of an address.
const VARIABLES = [
  /^~[\w.-]*(?:\/|$)/u,
  /(?:^|[/_-])\$[A-Za-z_]\w*(?:\/|$)/u,
  /\$\{[A-Za-z_]\w*\}/u,
  /%[A-Za-z_]\w{2,}%/u,
];

/** Whether a part of it would have to be replaced by a shell. */
export function hasVariable({ value }: Exclusion): boolean {
  return VARIABLES.some((pattern) => pattern.test(value.trim()));
}

/** A name that fits in any folder. */
export function isBareName({ kind, value }: Exclusion): boolean {
  return (kind === 'process' || kind === 'file') && value.trim() !== '' && !value.includes('/');
}
