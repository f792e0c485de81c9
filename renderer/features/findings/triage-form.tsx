import { useState, type FormEvent } from 'react';

import type { FindingDetail, TriageState } from '../../../workspace/contract/findings.ts';
import { useSay } from '../../app/messages.ts';
import type { BundleRoute } from '../../state/route.ts';
import { Button } from '../../widgets/button.tsx';
import styles from './triage-form.module.css';
import { useTriage } from './use-triage.ts';

const STATES: readonly { readonly state: TriageState; readonly key: string }[] = [
  { state: 'open', key: 'o' },
  { state: 'confirmed', key: 'c' },
  { state: 'not-relevant', key: 'n' },
  { state: 'done', key: 'd' },
];

interface TriageFormProps {
  readonly detail: FindingDetail;
  readonly route: BundleRoute;
}

/** What a person decides about a finding, and writes beside it. */
export function TriageForm({ detail: { row, triage: before }, route }: TriageFormProps) {
  const say = useSay();
  const triage = useTriage(route);
  const [note, setNote] = useState(before.note ?? '');
  const [reason, setReason] = useState(before.reason ?? '');
  const save = (event: FormEvent): void => {
    event.preventDefault();
    triage([row.fingerprint], before.state === 'not-relevant' ? { note, reason } : { note });
  };
  const isChanged = note !== (before.note ?? '') || reason !== (before.reason ?? '');
  return (
    <form className={styles.form} onSubmit={save} data-testid="triage">
      <fieldset className={styles.states}>
        <legend className={styles.legend}>{say('findings.triage')}</legend>
        {STATES.map(({ state, key }) => (
          <label key={state} className={before.state === state ? styles.chosen : styles.state} title={key}>
            <input
              type="radio"
              name="triage"
              className="visually-hidden"
              checked={before.state === state}
              data-testid={`triage-${state}`}
              onChange={() => triage([row.fingerprint], { state })}
            />
            {say(`triage.${state}`)}
          </label>
        ))}
      </fieldset>
      {before.state === 'not-relevant' && (
        <label className={styles.field}>
          <span className={styles.legend}>{say('findings.reason')}</span>
          <input
            value={reason}
            placeholder={say('findings.reasonHint')}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
      )}
      <label className={styles.field}>
        <span className={styles.legend}>{say('findings.note')}</span>
        <textarea
          rows={2}
          value={note}
          placeholder={say('findings.noteHint')}
          data-testid="note"
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
      {isChanged && <Button type="submit">{say('findings.save')}</Button>}
    </form>
  );
}
