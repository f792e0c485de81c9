import { FolderOpen, Pin, PinOff, ShieldCheck, X } from 'lucide-react';
import { useEffect } from 'react';

import type { Offer } from '../../../workspace/contract/bundles.ts';
import { COMMANDS } from '../../app/commands.ts';
import { useSay } from '../../app/messages.ts';
import { bytesText, timeText } from '../../app/units.ts';
import { useDeeds, useDesk, useDeskStore } from '../../state/use-desk.ts';
import { Button } from '../../widgets/button.tsx';
import { SeverityMark } from '../../widgets/severity-mark.tsx';
import { Visible } from '../../widgets/visible.tsx';
import styles from './start-view.module.css';

/** Where nothing is open yet: drop, choose, paste, or take one of before. */
export function StartView() {
  const say = useSay();
  const store = useDeskStore();
  const offers = useDesk(({ state }) => state?.offers) ?? [];
  usePaste();
  const of = (origin: Offer['origin']): readonly Offer[] => offers.filter((one) => one.origin === origin);
  const recent = [...of('recent')].sort((a, b) => Number(b.pinned ?? false) - Number(a.pinned ?? false));
  return (
    <div className={styles.page} data-pane="" data-testid="start">
      <section className={styles.drop}>
        <h1 className={styles.title}>{say('start.title')}</h1>
        <p className={styles.lead}>{say('start.lead')}</p>
        <div className={styles.ways}>
          <Button
            kind="primary"
            onPress={() => COMMANDS.find(({ id }) => id === 'open')?.run(store.getState(), store.deeds)}
          >
            <FolderOpen size={15} aria-hidden="true" />
            {say('start.open')}
          </Button>
          <span className={styles.muted}>{say('start.paste', { keys: 'Ctrl+V' })}</span>
        </div>
        <p className={styles.local}>
          <ShieldCheck size={14} aria-hidden="true" />
          {say('start.local')}
        </p>
      </section>
      <Left offers={of('left')} />
      <Offers title={say('start.given')} offers={of('argument')} />
      <Offers title={say('start.recent')} offers={recent} />
      <Offers title={say('start.samples')} offers={of('sample')} />
    </div>
  );
}

function Offers({ title, offers }: { readonly title: string; readonly offers: readonly Offer[] }) {
  if (offers.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{title}</h2>
      <ul className={styles.list}>
        {offers.map((offer) => (
          <OfferRow key={offer.id} offer={offer} />
        ))}
      </ul>
    </section>
  );
}

/** What was open when the desk ended without a word. */
function Left({ offers }: { readonly offers: readonly Offer[] }) {
  const say = useSay();
  const deeds = useDeeds();
  if (offers.length === 0) return null;
  const atHand = offers.filter(({ missing }) => !missing).map(({ id }) => id);
  return (
    <div data-testid="left" role="status">
      <Offers title={say('start.left')} offers={offers} />
      <div className={styles.ways}>
        <Button isDisabled={atHand.length === 0} onPress={() => void deeds.openEach(atHand)}>
          {say('start.leftAll')}
        </Button>
        <Button kind="quiet" onPress={() => void deeds.tell('offer:dismiss-left', {})}>
          {say('common.dismiss')}
        </Button>
      </div>
    </div>
  );
}

function OfferRow({ offer }: { readonly offer: Offer }) {
  const say = useSay();
  const deeds = useDeeds();
  const { id, name, origin, describes, bytes, host, openedAt, collectedAt, worst, pinned, missing, deaths } =
    offer;
  const facts = [
    ...(collectedAt === undefined ? [] : [say('start.collected', { date: timeText(collectedAt) })]),
    ...(openedAt === undefined ? [] : [say('start.opened', { date: timeText(openedAt) })]),
    ...(bytes === undefined ? [] : [bytesText(bytes, say)]),
    ...(missing ? [say('start.missing')] : []),
    ...(deaths === undefined ? [] : [say('start.deaths', { deaths })]),
  ].join(' · ');
  return (
    <li className={styles.offer}>
      <button
        type="button"
        className={styles.open}
        disabled={missing ?? false}
        data-testid={`offer-${origin}`}
        onClick={() => void deeds.openOffers([id])}
      >
        <span className={styles.mark}>{worst && <SeverityMark severity={worst} signOnly />}</span>
        <span className={styles.text}>
          <span className={styles.name}>
            <Visible text={host ?? name} />
            {host !== undefined && (
              <span className={styles.muted}>
                {' '}
                <Visible text={name} />
              </span>
            )}
          </span>
          {describes !== undefined && <span className={styles.about}>{describes.replaceAll('`', '')}</span>}
          {facts !== '' && <span className={styles.muted}>{facts}</span>}
        </span>
      </button>
      {origin === 'recent' && (
        <>
          <Button
            kind="icon"
            aria-label={say(pinned ? 'start.unpin' : 'start.pin', { name })}
            onPress={() => void deeds.tell('offer:pin', { offer: id, pinned: !pinned })}
          >
            {pinned ? <PinOff size={14} aria-hidden="true" /> : <Pin size={14} aria-hidden="true" />}
          </Button>
          <Button
            kind="icon"
            aria-label={say('start.forget', { name })}
            onPress={() => void deeds.tell('offer:forget', { offer: id })}
          >
            <X size={14} aria-hidden="true" />
          </Button>
        </>
      )}
    </li>
  );
}

/** Text from the clipboard becomes a bundle of its own; files from it are opened. */
function usePaste(): void {
  const deeds = useDeeds();
  useEffect(() => {
    const onPaste = ({ clipboardData, target }: ClipboardEvent): void => {
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
      const files = [...(clipboardData?.files ?? [])];
      const text = clipboardData?.getData('text/plain') ?? '';
      if (files.length > 0) void deeds.openFiles(files);
      else if (text.trim() !== '') void deeds.paste(text);
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [deeds]);
}
