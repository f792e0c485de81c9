import Papa from 'papaparse';
import { useMemo } from 'react';

import { useSay } from '../../app/messages.ts';
import { useAnswer } from '../../state/use-desk.ts';
import { Visible } from '../../widgets/visible.tsx';
import styles from './structured.module.css';

interface CsvViewProps {
  readonly bundle: string;
  readonly entry: string;
}

/** Rows of a table that are shown; the view of lines has all of them. */
const SHOWN = 1_000;

/** Values parted by signs, as a table. */
export function CsvView({ bundle, entry }: CsvViewProps) {
  const say = useSay();
  const { value, refusal } = useAnswer('entry:text', { bundle, entry });
  const rows = useMemo(
    () => (value ? Papa.parse<string[]>(value.text, { preview: SHOWN + 1, skipEmptyLines: true }).data : []),
    [value],
  );
  if (!value) return <p className={styles.empty}>{refusal?.detail}</p>;
  const [head = [], ...body] = rows;
  return (
    <div className={styles.page} tabIndex={0} data-pane-main="" data-testid="csv">
      <table className={styles.grid}>
        <thead>
          <tr>
            {head.map((cell, index) => (
              <th key={index}>
                <Visible text={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((cells, index) => (
            <tr key={index}>
              {cells.map((cell, at) => (
                <td key={at}>
                  <Visible text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {(value.cut || rows.length > SHOWN) && <p className={styles.muted}>{say('files.cutText')}</p>}
    </div>
  );
}
