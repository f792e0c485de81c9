import { useSay } from '../../app/messages.ts';
import type { BundleRoute } from '../../state/route.ts';
import { useAnswer, useDeeds } from '../../state/use-desk.ts';
import { Visible } from '../../widgets/visible.tsx';
import { ReadAnyway } from './read-anyway.tsx';
import styles from './summary-view.module.css';

const SHOWN = 200;

/** What could not be read as it should: every skip and every damage, with its place. */
export function Problems({ route: { bundle, report } }: { readonly route: BundleRoute }) {
  const say = useSay();
  const deeds = useDeeds();
  const { value } = useAnswer('report:problems', { bundle, report, from: 0, count: SHOWN });
  if (!value) return null;
  return (
    <section className={styles.section} data-testid="problems">
      <h2 className={styles.heading}>{say('summary.problemsTitle')}</h2>
      <ReadAnyway bundle={bundle} limits={[...new Set(value.rows.flatMap(({ raises }) => raises ?? []))]} />
      <ul>
        {value.rows.map(({ code, detail, at }, index) => (
          <li key={index} className={styles.problem}>
            <span className={styles.code}>{code}</span>
            <span>
              {at && at.address !== '' && (
                <button
                  type="button"
                  className={styles.place}
                  onClick={() =>
                    deeds.go({
                      ...{ page: 'bundle', bundle, report, view: 'files', selected: at.address },
                      ...(at.line === undefined ? {} : { line: at.line }),
                    })
                  }
                >
                  <Visible text={at.line === undefined ? at.address : `${at.address}:${at.line}`} />
                </button>
              )}
              <Visible text={detail} />
            </span>
          </li>
        ))}
      </ul>
      {value.total > SHOWN && (
        <p className={styles.muted}>{say('summary.problems', { count: value.total })}</p>
      )}
    </section>
  );
}
