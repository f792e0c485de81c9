import { useState, type FormEvent } from 'react';

import type { OpenBundle } from '../../../workspace/contract/bundles.ts';
import { useSay, type Say } from '../../app/messages.ts';
import { bytesText } from '../../app/units.ts';
import { useAnswer, useDeeds } from '../../state/use-desk.ts';
import { Button } from '../../widgets/button.tsx';
import { Visible } from '../../widgets/visible.tsx';
import styles from './opening-bar.module.css';
import { ReadAnyway } from './read-anyway.tsx';

/** What becomes of a bundle: how far it is read, or why it was not read to its end. Nothing where all is well. */
export function OpeningBar({ bundle }: { readonly bundle: OpenBundle }) {
  const { stage } = bundle;
  if (stage === 'waiting' || stage === 'reading' || stage === 'judging') return <Opening bundle={bundle} />;
  if (bundle.sentence === undefined && !bundle.asksPassword) return null;
  return <Ended bundle={bundle} />;
}

function Opening({ bundle }: { readonly bundle: OpenBundle }) {
  const say = useSay();
  const deeds = useDeeds();
  const { id, stage, progress, reports } = bundle;
  const ask = reports.length > 0 ? { bundle: id, report: 0 } : undefined;
  const { value: summary } = useAnswer('report:summary', ask);
  const count = summary ? Object.values(summary.counts).reduce((all, one) => all + one, 0) : 0;
  const percent = progress?.bytesTotal
    ? Math.min(100, (progress.bytesRead / progress.bytesTotal) * 100)
    : undefined;
  return (
    <section className={styles.bar} aria-label={say(`opening.${stageOf(stage)}`)} data-testid="opening">
      <progress
        className={styles.progress}
        max={100}
        value={percent}
        aria-label={say(`opening.${stageOf(stage)}`)}
      />
      <div className={styles.row}>
        <strong>{say(`opening.${stageOf(stage)}`)}</strong>
        {progress && <span>{sizeText(progress.bytesRead, progress.bytesTotal, say)}</span>}
        {progress && leftText(progress, say)}
        <span className={styles.entry}>{progress && <Visible text={progress.entry} />}</span>
        <span aria-live="polite">{say('opening.provisional', { count })}</span>
        <Button onPress={() => void deeds.tell('bundle:cancel', { bundle: id })}>
          {say('opening.cancel')}
        </Button>
      </div>
    </section>
  );
}

function Ended({ bundle }: { readonly bundle: OpenBundle }) {
  const say = useSay();
  const deeds = useDeeds();
  const { id, stage, sentence = '', reports, asksPassword, filesAtHand, raises } = bundle;
  const title = endTitle(stage, reports.length);
  return (
    <section className={styles.ended} role="alert" data-testid="ended">
      <div className={styles.row}>
        {sentence !== '' && (
          <>
            <strong>{say(title)}</strong>
            <span className={styles.sentence}>
              <Visible text={sentence} />
            </span>
          </>
        )}
        {reports.length === 0 && <ReadAnyway bundle={id} limits={raises} />}
        {stage === 'held' ? (
          <>
            <Button kind="primary" onPress={() => void deeds.reopen(id, { care: 'careful' })}>
              {say('ended.careful')}
            </Button>
            <Button onPress={() => void deeds.reopen(id, { care: 'as-usual' })}>
              {say('ended.asUsual')}
            </Button>
            <Button onPress={() => void deeds.tell('bundle:close', { bundle: id })}>
              {say('command.close')}
            </Button>
          </>
        ) : (
          !filesAtHand &&
          stage !== 'saved' && <Button onPress={() => void deeds.reopen(id)}>{say('ended.again')}</Button>
        )}
      </div>
      {asksPassword && <PasswordForm bundle={id} />}
    </section>
  );
}

function PasswordForm({ bundle }: { readonly bundle: string }) {
  const say = useSay();
  const deeds = useDeeds();
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (password !== '') void deeds.reopen(bundle, { password });
  };
  return (
    <form className={styles.row} onSubmit={submit} data-testid="password">
      <label className={styles.password}>
        {say('ended.password')}
        <input
          type="password"
          value={password}
          autoComplete="off"
          onChange={(event) => setPassword(event.target.value)}
        />
      </label>
      <Button type="submit">{say('ended.passwordOpen')}</Button>
    </form>
  );
}

function endTitle(stage: OpenBundle['stage'], reports: number) {
  if (stage === 'held') return 'ended.held';
  if (stage === 'ended') return 'ended.engine';
  if (stage === 'saved') return 'ended.saved';
  return reports === 0 ? 'ended.failed' : 'ended.partial';
}

function stageOf(stage: OpenBundle['stage']): 'waiting' | 'reading' | 'judging' {
  return stage === 'reading' || stage === 'judging' ? stage : 'waiting';
}

function sizeText(read: number, total: number | undefined, say: Say): string {
  return total === undefined
    ? say('opening.bytesOnly', { read: bytesText(read, say) })
    : say('opening.bytes', { read: bytesText(read, say), total: bytesText(total, say) });
}

/** Said only once there is something to reckon by. */
function leftText({ bytesRead, bytesTotal, milliseconds }: NonNullable<OpenBundle['progress']>, say: Say) {
  if (bytesTotal === undefined || milliseconds < 1_000 || bytesRead === 0) return null;
  const left = ((bytesTotal - bytesRead) / bytesRead) * milliseconds;
  return <span>{say('opening.left', { seconds: Math.max(1, Math.round(left / 1_000)) })}</span>;
}
