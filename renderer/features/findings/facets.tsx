import type { Severity } from '../../../engine/api/index.ts';
import type { Facet } from '../../../workspace/contract/findings.ts';
import { useSay, type Say } from '../../app/messages.ts';
import type { BundleRoute } from '../../state/route.ts';
import { useDeeds } from '../../state/use-desk.ts';
import { SeverityMark } from '../../widgets/severity-mark.tsx';
import { Visible } from '../../widgets/visible.tsx';
import styles from './facets.module.css';

interface FacetsProps {
  readonly facets: readonly Facet[];
  readonly route: BundleRoute;
}

/** What narrows the list down, each value with the rows that it would leave. */
export function Facets({ facets, route }: FacetsProps) {
  const say = useSay();
  const deeds = useDeeds();
  const toggle = (name: string, value: string): void => {
    const own = route.facets?.[name] ?? [];
    const next = own.includes(value) ? own.filter((one) => one !== value) : [...own, value];
    const all = Object.entries({ ...route.facets, [name]: next }).filter(([, values]) => values.length > 0);
    deeds.adjust({ facets: Object.fromEntries(all) }, 'replace');
  };
  return (
    <div className={styles.all} data-pane-main="" tabIndex={-1}>
      {facets.map(({ name, values }) => (
        <fieldset key={name} className={styles.facet}>
          <legend className={styles.name}>{say(`findings.facet.${name}`)}</legend>
          {values.map(({ value, count, selected }) => (
            <label key={value} className={count === 0 && !selected ? styles.none : styles.value}>
              <input
                type="checkbox"
                checked={selected}
                data-testid={`facet-${name}-${value}`}
                onChange={() => toggle(name, value)}
              />
              <span className={styles.word}>{valueShown(name, value, say)}</span>
              <span className={styles.count}>{count}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}

function valueShown(name: Facet['name'], value: string, say: Say) {
  switch (name) {
    case 'severity':
      return <SeverityMark severity={value as Severity} />;
    case 'triage':
      return say(`triage.${value as 'open'}`);
    case 'confidence':
      return say(`confidence.${value as 'certain'}`);
    case 'area':
    case 'file':
      return <Visible text={value} />;
  }
}
