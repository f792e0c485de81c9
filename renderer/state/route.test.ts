import { describe, expect, it } from 'vitest';

import { routeOf, routeText, type Route } from './route.ts';

const bundle = 'b0123456789abcdef';

describe('a route', () => {
  it.each([
    [{ page: 'start' }, '#/'],
    [{ page: 'help', topic: 'filters' }, '#/help?at=filters'],
    [{ page: 'bundle', bundle, report: 0, view: 'findings' }, `#/${bundle}/0/findings`],
    [
      { page: 'bundle', bundle, report: 2, view: 'files', selected: 'a.zip!/etc/x?y&z', line: 7 },
      `#/${bundle}/2/files?at=a.zip!%2Fetc%2Fx%3Fy%26z&line=7`,
    ],
    [
      {
        page: 'bundle',
        bundle,
        report: 0,
        view: 'findings',
        filter: 'proxy -dns',
        facets: { severity: ['high', 'critical'] },
      },
      `#/${bundle}/0/findings?filter=proxy%20-dns&in-severity=high&in-severity=critical`,
    ],
  ] as readonly (readonly [Route, string])[])('%j stands in the address and is read back', (route, text) => {
    expect(routeText(route)).toBe(text);
    expect(routeOf(text)).toEqual(route);
  });

  it.each(['', '#', '#/', '#/nowhere', '#/bxyz/0/files'])('%j leads to the start', (text) => {
    expect(routeOf(text)).toEqual({ page: 'start' });
  });

  it('takes a view that does not exist for the summary', () => {
    expect(routeOf(`#/${bundle}/9999999/what`)).toEqual({
      page: 'bundle',
      bundle,
      report: 0,
      view: 'summary',
    });
  });
});
