import { useSay } from '../../app/messages.ts';
import type { BundleRoute } from '../../state/route.ts';
import { useAnswer } from '../../state/use-desk.ts';
import { CopyButton } from '../../widgets/copy-button.tsx';
import { Visible } from '../../widgets/visible.tsx';
import styles from './summary-view.module.css';

/** What could not be looked at, by the input that is missing, and what to ask of whoever collects. */
export function MissingInputs({ route: { bundle, report } }: { readonly route: BundleRoute }) {
  const say = useSay();
  const { value } = useAnswer('report:missing', { bundle, report });
  if (!value) return null;
  return (
    <section className={styles.section} data-testid="missing">
      <h2 className={styles.heading}>{say('summary.missing')}</h2>
      {value.inputs.length === 0 && <p>{say('summary.missingNone')}</p>}
      {value.request !== '' && (
        <CopyButton text={value.request} label={say('summary.request')}>
          {say('summary.request')}
        </CopyButton>
      )}
      {value.inputs.map(({ fact, title, how, command, checks }) => (
        <details key={fact} className={styles.missing}>
          <summary>
            <span className={styles.missingName}>{title}</span>
            <span className={styles.muted}>{say('summary.missingRow', { count: checks.length })}</span>
          </summary>
          <p className={styles.muted}>
            <Visible text={how} />
          </p>
          {command !== undefined && (
            <p className={styles.command}>
              <code>{command}</code>
              <CopyButton text={command} label={`${say('common.copy')}: ${command}`} />
            </p>
          )}
          <ul className={styles.waiting}>
            {checks.map((check) => (
              <li key={check.id}>{check.title}</li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
