import type { EntryDetail } from '../../../workspace/contract/entries.ts';
import type { BundleRoute } from '../../state/route.ts';
import { useAnswer, useDeeds } from '../../state/use-desk.ts';
import { Visible } from '../../widgets/visible.tsx';
import styles from './structured.module.css';

interface PairsViewProps {
  readonly info: EntryDetail;
  readonly route: BundleRoute;
}

// healthy : true · NAME="Debian GNU/Linux" · vm.swappiness = 60
const PAIR = /^(?<name>[^=:#]{1,100}?)\s*(?:=|:)\s?(?<value>.*)$/u;

/** Names and values as a table; a click leads to the line. */
export function PairsView({ info, route }: PairsViewProps) {
  const deeds = useDeeds();
  const { value, refusal } = useAnswer('entry:text', { bundle: route.bundle, entry: info.address });
  if (!value) return <p className={styles.empty}>{refusal?.detail}</p>;
  const cited = new Set(info.findings.flatMap(({ line }) => line ?? []));
  const rows = value.text.split(/\r\n|\n|\r/u).map((text, index) => ({
    number: info.firstLine + index,
    text,
    pair: PAIR.exec(text)?.groups,
  }));
  return (
    <div className={styles.page} tabIndex={0} data-pane-main="" data-testid="pairs">
      <table className={styles.grid}>
        <tbody>
          {rows
            .filter(({ text }) => text.trim() !== '')
            .map(({ number, text, pair }) => (
              <tr
                key={number}
                className={cited.has(number) ? styles.cited : ''}
                onDoubleClick={() => deeds.adjust({ line: number })}
              >
                <td className={styles.line}>{number}</td>
                {pair ? (
                  <>
                    <th scope="row">
                      <Visible text={pair['name'] ?? ''} />
                    </th>
                    <td>
                      <Visible text={pair['value'] ?? ''} />
                    </td>
                  </>
                ) : (
                  <td colSpan={2}>
                    <Visible text={text} />
                  </td>
                )}
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
