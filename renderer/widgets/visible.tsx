import { visibleParts } from '../app/visible-text.ts';
import styles from './visible.module.css';

/** Text of a bundle: isolated from the direction of ours, its unseen characters written out. */
export function Visible({ text }: { readonly text: string }) {
  return (
    <bdi className={styles.text}>
      {visibleParts(text).map((part, index) =>
        part.escaped ? (
          <span key={index} className={styles.escaped}>
            {part.text}
          </span>
        ) : (
          part.text
        ),
      )}
    </bdi>
  );
}
