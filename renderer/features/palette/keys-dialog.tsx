import { COMMANDS, isAtHand } from '../../app/commands.ts';
import { useSay, type MessageId } from '../../app/messages.ts';
import type { View } from '../../state/route.ts';
import { useDesk } from '../../state/use-desk.ts';
import styles from './dialogs.module.css';

/** Keys that lists and panes know themselves. */
const OWN: Readonly<Record<View, readonly (readonly [string, MessageId])[]>> = {
  summary: [],
  findings: [
    ['j k ↑ ↓', 'keys.rows'],
    ['Enter', 'keys.openEvidence'],
    ['Shift+↑ ↓', 'keys.extend'],
    ['c n d o', 'keys.triage'],
    ['y', 'findings.copyMarkdown'],
  ],
  checks: [['j k ↑ ↓', 'keys.rows']],
  files: [
    ['j k ↑ ↓', 'keys.rows'],
    ['→ ←', 'keys.fold'],
    ['Enter', 'keys.openFile'],
    ['n N', 'keys.places'],
  ],
  facts: [['j k ↑ ↓', 'keys.rows']],
};

/** The keys of the view that is shown, and those that work anywhere. */
export function KeysDialog() {
  const say = useSay();
  const desk = useDesk((one) => one);
  const own = desk.route.page === 'bundle' ? OWN[desk.route.view] : [];
  const anywhere = COMMANDS.filter((command) => command.keys && isAtHand(command, desk));
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{say('dialog.keys')}</h1>
      <dl className={styles.keys}>
        {own.map(([keys, title]) => (
          <Row key={title} keys={[keys]} title={say(title)} />
        ))}
        {anywhere.map(({ id, keys = [], title }) => (
          <Row key={id} keys={keys} title={say(title)} />
        ))}
        <Row keys={['Esc']} title={say('keys.escape')} />
      </dl>
    </div>
  );
}

function Row({ keys, title }: { readonly keys: readonly string[]; readonly title: string }) {
  return (
    <div>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{title}</dd>
    </div>
  );
}
