import { useState } from 'react';

import { useSay, type MessageId } from '../../app/messages.ts';
import { useDeeds, useDesk, useShown } from '../../state/use-desk.ts';
import { Button } from '../../widgets/button.tsx';
import styles from './tips.module.css';

const STEPS: readonly (readonly [MessageId, MessageId])[] = [
  ['tips.worst', 'tips.worstLead'],
  ['tips.proof', 'tips.proofLead'],
  ['tips.blocked', 'tips.blockedLead'],
  ['tips.keys', 'tips.keysLead'],
];

/** Four short tips beside the first bundle that is ever opened. Skipped or read, they do not come again by themselves. */
export function Tips() {
  const say = useSay();
  const deeds = useDeeds();
  const shown = useShown();
  // Until the kept settings are there, nobody knows whether they were seen.
  const isNew = useDesk(({ state, settings }) => state !== undefined && !settings.tipsSeen);
  const [step, setStep] = useState(0);
  const at = STEPS[step];
  if (!shown || shown.bundle.stage !== 'done' || !isNew || !at) return null;
  const [title, lead] = at;
  const isLast = step === STEPS.length - 1;
  const end = (): void => {
    setStep(0);
    void deeds.saveSettings({ tipsSeen: true });
  };
  return (
    <aside className={styles.tips} aria-label={say('tips.label')} data-testid="tips">
      <div aria-live="polite">
        <h2 className={styles.title}>{say(title)}</h2>
        <p className={styles.lead}>{say(lead)}</p>
      </div>
      <div className={styles.row}>
        <span className={styles.step}>{say('tips.step', { step: step + 1, steps: STEPS.length })}</span>
        {!isLast && (
          <Button kind="quiet" onPress={end}>
            {say('tips.skip')}
          </Button>
        )}
        <Button kind="primary" onPress={isLast ? end : () => setStep(step + 1)}>
          {say(isLast ? 'tips.end' : 'tips.next')}
        </Button>
      </div>
    </aside>
  );
}
