import type { Desk, DeskStore } from '../state/desk-store.ts';
import type { MessageId } from './messages.ts';

/** Where a command has a meaning. */
export type Where = 'anywhere' | 'bundle' | 'findings';

/** One deed that keys, the palette and the list of keys share. */
export interface Command {
  readonly id: string;
  readonly title: MessageId;
  readonly where: Where;
  /** As they are shown; `g s` is one key after the other. */
  readonly keys?: readonly string[];
  run(desk: Desk, deeds: DeskStore['deeds']): void;
}

const view = (name: 'summary' | 'findings' | 'checks' | 'files' | 'facts', key: string): Command => ({
  id: `go-${name}`,
  title: `command.go.${name}`,
  where: 'bundle',
  keys: [`g ${key}`],
  run: ({ route }, deeds) => {
    if (route.page !== 'bundle') return;
    const { bundle, report } = route;
    deeds.go({ page: 'bundle', bundle, report, view: name });
  },
});

/** Everything that can be done from anywhere by a key or the palette. Lists and panes know their own keys. */
export const COMMANDS: readonly Command[] = [
  { id: 'open', title: 'command.open', where: 'anywhere', keys: ['Ctrl+O'], run: chooseFiles },
  {
    id: 'palette',
    title: 'command.palette',
    where: 'anywhere',
    keys: ['Ctrl+K', 'Ctrl+Shift+P'],
    run: (_desk, deeds) => deeds.open('palette'),
  },
  {
    id: 'quick-open',
    title: 'command.quickOpen',
    where: 'bundle',
    keys: ['Ctrl+P'],
    run: (_desk, deeds) => deeds.open('quick-open'),
  },
  view('summary', 's'),
  view('findings', 'f'),
  view('checks', 'c'),
  view('files', 't'),
  view('facts', 'a'),
  {
    id: 'start',
    title: 'command.start',
    where: 'anywhere',
    keys: ['g h'],
    run: (_desk, deeds) => deeds.go({ page: 'start' }),
  },
  {
    id: 'next-finding',
    title: 'command.nextFinding',
    where: 'bundle',
    keys: ['F8'],
    run: (desk, deeds) => step(desk, deeds, 1),
  },
  {
    id: 'previous-finding',
    title: 'command.previousFinding',
    where: 'bundle',
    keys: ['Shift+F8'],
    run: (desk, deeds) => step(desk, deeds, -1),
  },
  { id: 'next-pane', title: 'command.nextPane', where: 'anywhere', keys: ['F6'], run: () => focusPane(1) },
  {
    id: 'previous-pane',
    title: 'command.previousPane',
    where: 'anywhere',
    keys: ['Shift+F6'],
    run: () => focusPane(-1),
  },
  { id: 'filter', title: 'command.filter', where: 'bundle', keys: ['/'], run: focusFilter },
  { id: 'back', title: 'command.back', where: 'anywhere', keys: ['Alt+Left'], run: () => history.back() },
  {
    id: 'forward',
    title: 'command.forward',
    where: 'anywhere',
    keys: ['Alt+Right'],
    run: () => history.forward(),
  },
  {
    id: 'wrap',
    title: 'command.wrap',
    where: 'bundle',
    keys: ['w'],
    run: ({ settings }, deeds) => void deeds.saveSettings({ wrapLines: !settings.wrapLines }),
  },
  {
    id: 'export',
    title: 'command.export',
    where: 'bundle',
    keys: ['e'],
    run: (_desk, deeds) => deeds.open('export'),
  },
  {
    id: 'close',
    title: 'command.close',
    where: 'bundle',
    run: ({ route }, deeds) => {
      if (route.page === 'bundle') void deeds.tell('bundle:close', { bundle: route.bundle });
    },
  },
  {
    id: 'reopen',
    title: 'command.reopen',
    where: 'bundle',
    run: ({ route }, deeds) => {
      if (route.page === 'bundle') void deeds.reopen(route.bundle);
    },
  },
  {
    id: 'settings',
    title: 'command.settings',
    where: 'anywhere',
    keys: ['Ctrl+,'],
    run: (_desk, deeds) => deeds.open('settings'),
  },
  {
    id: 'keys',
    title: 'command.keys',
    where: 'anywhere',
    keys: ['?'],
    run: (_desk, deeds) => deeds.open('keys'),
  },
  {
    id: 'tips',
    title: 'command.tips',
    where: 'bundle',
    run: (_desk, deeds) => void deeds.saveSettings({ tipsSeen: false }),
  },
  {
    id: 'help',
    title: 'command.help',
    where: 'anywhere',
    keys: ['F1'],
    run: (_desk, deeds) => deeds.go({ page: 'help', topic: undefined }),
  },
];

/** Whether a command has a meaning now. */
export function isAtHand({ where }: Command, { route }: Desk): boolean {
  if (where === 'anywhere') return true;
  if (route.page !== 'bundle') return false;
  return where === 'bundle' || route.view === 'findings';
}

function chooseFiles(_desk: Desk, deeds: DeskStore['deeds']): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])];
    if (files.length > 0) void deeds.openFiles(files);
  });
  input.click();
}

/** To the finding before or behind the one that is shown, wherever one is. */
function step({ route, bridge }: Desk, deeds: DeskStore['deeds'], by: 1 | -1): void {
  if (route.page !== 'bundle') return;
  const { bundle, report, filter = '', facets = {} } = route;
  const own = Object.fromEntries(Object.entries(facets).map(([name, values]) => [name, [...values]]));
  void bridge
    .ask('findings:page', { bundle, report, filter, facets: own, sort: 'tree', from: 0, count: 500 })
    .then((reply) => {
      if (!reply.ok || reply.value.rows.length === 0) return;
      const { rows } = reply.value;
      const at = rows.findIndex(({ fingerprint }) => fingerprint === route.selected);
      const next = at === -1 ? (by === 1 ? 0 : rows.length - 1) : (at + by + rows.length) % rows.length;
      const selected = rows[next]?.fingerprint;
      if (selected !== undefined)
        deeds.go({ page: 'bundle', bundle, report, view: 'findings', selected, filter, facets });
    });
}

/** Panes stand in the order of the page; the main part of each takes the focus. */
function focusPane(by: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')];
  if (panes.length === 0) return;
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(at + by + panes.length) % panes.length] ?? panes[0];
  const main = next?.querySelector<HTMLElement>('[data-pane-main]') ?? next;
  main?.focus();
}

function focusFilter(): void {
  document.querySelector<HTMLInputElement>('[data-filter]')?.focus();
}
