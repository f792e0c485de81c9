import type { Report } from '../../engine/api/index.ts';
import { visibleLine } from '../escape.ts';
import { hostLabel } from '../host-label.ts';
import type { Say } from '../messages.ts';
import { settingsTexts } from '../settings-texts.ts';

/** A label at the head of a report and its value, fit for a screen. */
export type HeaderRow = readonly [label: string, value: string];

const DAY = 86_400_000;

/** Which host, which bundle, and by which rules it was judged. */
export function headerRows(
  { bundle, profile, settings }: Report,
  say: Say,
  now?: Date,
): readonly HeaderRow[] {
  const root = bundle.root === '' ? '' : ` · ${visibleLine(bundle.root)}`;
  const sha256 = bundle.sha256.slice(0, 12);
  const file = { name: visibleLine(bundle.name), root, bytes: bundle.bytes, sha256 };
  return [
    ...Object.entries(bundle.host).map(([id, value]): HeaderRow => [hostLabel(id, say), visibleLine(value)]),
    [say('header.collected'), collectedText(bundle.collectedAt, now, say)],
    [say('header.kind'), bundle.kind],
    [say('header.profile'), say(`header.profile.${profile.chosen}`, { id: profile.id })],
    ...settingsTexts(settings, say).map((text): HeaderRow => [say('header.settings'), visibleLine(text)]),
    [say('header.file'), say('header.file.value', file)],
  ];
}

/** What a report is about: the host, or where none is known the bundle. */
export function subjectOf({ bundle }: Report): string {
  return visibleLine(bundle.host['name'] ?? bundle.name);
}

/** Undefined where the whole input was read. */
export function partialText({ ended }: Report, say: Say): string | undefined {
  return ended === 'complete' ? undefined : say('header.partial', { reason: say(`ended.${ended}`) });
}

function collectedText(collectedAt: string | undefined, now: Date | undefined, say: Say): string {
  if (collectedAt === undefined) return say('header.collected.unknown');
  const when = `${collectedAt.slice(0, 16).replace('T', ' ')} UTC`;
  const days = now ? Math.floor((now.getTime() - Date.parse(collectedAt)) / DAY) : -1;
  return days < 0 ? when : say('header.collected.ago', { when, days });
}
