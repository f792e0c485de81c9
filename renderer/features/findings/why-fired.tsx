import type { FindingDetail } from '../../../workspace/contract/findings.ts';
import { useSay } from '../../app/messages.ts';
import type { BundleRoute } from '../../state/route.ts';
import { useDeeds } from '../../state/use-desk.ts';
import { Visible } from '../../widgets/visible.tsx';
import styles from './finding-detail.module.css';

interface WhyFiredProps {
  readonly detail: FindingDetail;
  readonly route: BundleRoute;
}

/** By which values and inputs the check came to its judgement, and which documents it rests on. */
export function WhyFired({ detail: { params, inputs, sources }, route }: WhyFiredProps) {
  const say = useSay();
  const deeds = useDeeds();
  const { bundle, report } = route;
  return (
    <details className={styles.fired}>
      <summary>{say('findings.fired')}</summary>
      {params.length > 0 && (
        <>
          <h3 className={styles.small}>{say('findings.values')}</h3>
          <dl className={styles.values}>
            {params.map(({ name, value }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <Visible text={value} />
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <h3 className={styles.small}>{say('findings.inputs')}</h3>
      <ul>
        {inputs.map(({ fact, describes, status, entries, reason }) => (
          <li key={fact}>
            <button
              type="button"
              className={styles.link}
              onClick={() => deeds.go({ page: 'bundle', bundle, report, view: 'facts', selected: fact })}
            >
              {describes === '' ? fact : describes}
            </button>{' '}
            <span className={status === 'seen' ? styles.muted : styles.unseen}>
              {say(`findings.input.${status}`)}
            </span>{' '}
            <span className={styles.muted}>
              <Visible
                text={[...entries.map(({ entry }) => entry), ...(reason === undefined ? [] : [reason])].join(
                  ', ',
                )}
              />
            </span>
          </li>
        ))}
      </ul>
      <h3 className={styles.small}>{say('findings.sources')}</h3>
      <ul>
        {sources.map(({ document, date }) => (
          <li key={`${document} ${date ?? ''}`}>{date === undefined ? document : `${document} (${date})`}</li>
        ))}
      </ul>
    </details>
  );
}
