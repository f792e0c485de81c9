import { useState } from 'react';

import { useSay } from '../../app/messages.ts';
import { useAnswer, useDeeds } from '../../state/use-desk.ts';
import { Panes } from '../../widgets/panes.tsx';
import { CheckExplained } from './check-explained.tsx';
import styles from './help-view.module.css';
import { Markdown } from './markdown.tsx';

/** Help that needs no network: general pages, and a page for every check. */
export function HelpView({ topic }: { readonly topic: string | undefined }) {
  const say = useSay();
  return (
    <Panes
      id="help"
      panes={[
        {
          id: 'topics',
          label: say('help.topics'),
          size: '28%',
          least: '220px',
          content: <Topics topic={topic} />,
        },
        {
          id: 'page',
          label: say('app.help'),
          size: '72%',
          least: '320px',
          content: <Page topic={topic ?? 'start'} />,
        },
      ]}
    />
  );
}

function Topics({ topic }: { readonly topic: string | undefined }) {
  const say = useSay();
  const deeds = useDeeds();
  const [text, setText] = useState('');
  const { value } = useAnswer('help:topics', {});
  const wanted = text.toLowerCase();
  const found = (value?.topics ?? []).filter(
    ({ id, title }) => id.toLowerCase().includes(wanted) || title.toLowerCase().includes(wanted),
  );
  const groups = Map.groupBy(found, ({ group }) => group);
  return (
    <div className={styles.topics} data-pane-main="" tabIndex={-1}>
      <input
        className={styles.search}
        data-filter=""
        value={text}
        placeholder={say('help.search')}
        aria-label={say('help.search')}
        onChange={(event) => setText(event.target.value)}
      />
      {[...groups].map(([group, topics]) => (
        <section key={group}>
          <h2 className={styles.group}>{group === 'general' ? say('app.help') : group}</h2>
          <ul>
            {topics.map(({ id, title }) => (
              <li key={id}>
                <button
                  type="button"
                  className={id === (topic ?? 'start') ? styles.current : styles.topic}
                  aria-current={id === (topic ?? 'start') ? 'page' : undefined}
                  onClick={() => deeds.go({ page: 'help', topic: id })}
                >
                  {title}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Page({ topic }: { readonly topic: string }) {
  const isCheck = topic.includes('/');
  const { value, refusal } = useAnswer('help:page', isCheck ? undefined : { id: topic });
  if (isCheck) return <CheckExplained id={topic} />;
  if (!value) return <p className={styles.empty}>{refusal?.detail}</p>;
  return (
    <article className={styles.page} tabIndex={-1} data-pane-main="" data-testid="help-page">
      <Markdown text={value.markdown} />
    </article>
  );
}
