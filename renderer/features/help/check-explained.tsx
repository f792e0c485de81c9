import { useSay } from '../../app/messages.ts';
import { useAnswer, useDesk } from '../../state/use-desk.ts';
import { SeverityMark } from '../../widgets/severity-mark.tsx';
import { Markdown } from './markdown.tsx';
import styles from './help-view.module.css';

/** What a check judges, by what, how sure it is, and where it comes from. */
export function CheckExplained({ id }: { readonly id: string }) {
  const say = useSay();
  const { openLink } = useDesk(({ bridge }) => bridge);
  const { value, refusal } = useAnswer('checks:explain', { id });
  if (!value) return <p className={styles.empty}>{refusal?.detail}</p>;
  const { title, why, severity, confidence, inputs, messages, steps, commands, links, sources, page } = value;
  return (
    <article className={styles.page} tabIndex={-1} data-pane-main="" data-testid="check-page">
      <p className={styles.muted}>{id}</p>
      <h1 className={styles.title}>{title}</h1>
      <p>{why}</p>
      <p className={styles.muted}>
        {say('help.worst')} <SeverityMark severity={severity} /> · {say(`confidence.${confidence}`)}
      </p>
      <Part title={say('findings.inputs')}>
        {inputs.map(({ fact, describes, optional }) => (
          <li key={fact}>
            {describes} <code>{fact}</code>
            {optional && <span className={styles.muted}> {say('help.optional')}</span>}
          </li>
        ))}
      </Part>
      <Part title={say('help.says')}>
        {messages.map((message) => (
          <li key={message}>{message}</li>
        ))}
      </Part>
      <Part title={say('findings.do')}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
        {commands.map(({ command, risk }) => (
          <li key={command}>
            <code>{command}</code> <span className={styles.muted}>{say(`risk.${risk}`)}</span>
          </li>
        ))}
      </Part>
      <Part title={say('findings.links')}>
        {links.map(({ label, host, index }) => (
          <li key={index}>
            <button type="button" className={styles.link} onClick={() => void openLink(id, index)}>
              {label}
            </button>{' '}
            <span className={styles.muted}>{host}</span>
          </li>
        ))}
      </Part>
      <Part title={say('findings.sources')}>
        {sources.map(({ document, date }) => (
          <li key={`${document} ${date ?? ''}`}>{date === undefined ? document : `${document} (${date})`}</li>
        ))}
      </Part>
      {page !== '' && <Markdown text={page} />}
    </article>
  );
}

function Part({
  title,
  children,
}: {
  readonly title: string;
  readonly children: readonly React.ReactNode[] | React.ReactNode;
}) {
  return (
    <>
      <h2 className={styles.heading}>{title}</h2>
      <ul className={styles.list}>{children}</ul>
    </>
  );
}
