/** The views of a desk. */
export const VIEWS = ['summary', 'findings', 'checks', 'files', 'facts'] as const;
export type View = (typeof VIEWS)[number];

/** What the screen shows: all of it stands in the address, so that a reload or a colleague sees the same. */
export type Route =
  | { readonly page: 'start' }
  | { readonly page: 'help'; readonly topic: string | undefined }
  | {
      readonly page: 'bundle';
      readonly bundle: string;
      readonly report: number;
      readonly view: View;
      /** Findings: a fingerprint. Checks: an id. Files: an address. Facts: a name. */
      readonly selected?: string;
      /** Files: a line. */
      readonly line?: number;
      readonly filter?: string;
      /** Findings: values of facets. */
      readonly facets?: Readonly<Record<string, readonly string[]>>;
    };

export type BundleRoute = Extract<Route, { page: 'bundle' }>;

/** `#/b0123456789abcdef/0/files?at=etc%2Fhosts&line=3` */
export function routeText(route: Route): string {
  if (route.page === 'start') return '#/';
  if (route.page === 'help') return route.topic === undefined ? '#/help' : `#/help?at=${encode(route.topic)}`;
  const { bundle, report, view, selected, line, filter, facets = {} } = route;
  const query = [
    ...(selected === undefined ? [] : [`at=${encode(selected)}`]),
    ...(line === undefined ? [] : [`line=${line}`]),
    ...(filter === undefined || filter === '' ? [] : [`filter=${encode(filter)}`]),
    ...Object.entries(facets).flatMap(([name, values]) =>
      values.map((value) => `in-${name}=${encode(value)}`),
    ),
  ].join('&');
  return `#/${bundle}/${report}/${view}${query === '' ? '' : `?${query}`}`;
}

export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/u, '').split('?', 2);
  const [first = '', report = '0', view = 'summary'] = path.split('/');
  const params = new URLSearchParams(query);
  const at = params.get('at') ?? undefined;
  if (first === 'help') return { page: 'help', topic: at };
  if (!/^b[0-9a-f]{16}$/u.test(first)) return { page: 'start' };
  const line = Number(params.get('line') ?? 0);
  const filter = params.get('filter') ?? undefined;
  const facets: Record<string, string[]> = {};
  for (const [key, value] of params) {
    if (key.startsWith('in-')) (facets[key.slice(3)] ??= []).push(value);
  }
  return {
    page: 'bundle',
    bundle: first,
    report: /^\d{1,4}$/u.test(report) ? Number(report) : 0,
    view: VIEWS.find((one) => one === view) ?? 'summary',
    ...(at === undefined ? {} : { selected: at }),
    ...(Number.isSafeInteger(line) && line > 0 ? { line } : {}),
    ...(filter === undefined ? {} : { filter }),
    ...(Object.keys(facets).length === 0 ? {} : { facets }),
  };
}

function encode(text: string): string {
  return encodeURIComponent(text);
}
