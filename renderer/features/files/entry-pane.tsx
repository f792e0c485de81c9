import { ArrowLeft, WrapText } from 'lucide-react';
import { useState } from 'react';

import type { EntryDetail, ViewKind } from '../../../workspace/contract/entries.ts';
import { useSay } from '../../app/messages.ts';
import { bytesText, timeText } from '../../app/units.ts';
import type { BundleRoute } from '../../state/route.ts';
import { useAnswer, useDeeds, useDesk } from '../../state/use-desk.ts';
import { Button } from '../../widgets/button.tsx';
import { SeverityMark } from '../../widgets/severity-mark.tsx';
import { Visible } from '../../widgets/visible.tsx';
import { CsvView } from './csv-view.tsx';
import styles from './entry-pane.module.css';
import { HexView } from './hex-view.tsx';
import { JsonView } from './json-view.tsx';
import { LineView } from './line-view.tsx';
import { PairsView } from './pairs-view.tsx';
import { XmlView } from './xml-view.tsx';

/** The content of the entry that is chosen, as what it is. */
export function EntryPane({ route }: { readonly route: BundleRoute }) {
  const say = useSay();
  const { bundle, selected: entry } = route;
  const { value, refusal } = useAnswer('entry:info', entry === undefined ? undefined : { bundle, entry });
  if (!value) return <p className={styles.empty}>{refusal?.detail ?? say('files.pick')}</p>;
  return <Entry key={value.address} info={value} route={route} />;
}

interface EntryProps {
  readonly info: EntryDetail;
  readonly route: BundleRoute;
}

function Entry({ info, route }: EntryProps) {
  // A line that is asked for is shown among its lines, whatever else the file is.
  const [chosen, setChosen] = useState<ViewKind>();
  const usual = route.line !== undefined && info.views.includes('text') ? 'text' : info.views[0];
  const view = chosen ?? usual;
  return (
    <>
      <EntryHead info={info} route={route} view={view} onView={setChosen} />
      <div className={styles.content} data-testid={view ? `content-${view}` : 'content-none'}>
        {view === undefined ? <NotAtHand info={info} /> : <Content info={info} route={route} view={view} />}
      </div>
    </>
  );
}

function Content({ info, route, view }: EntryProps & { readonly view: ViewKind }) {
  const { bundle } = route;
  switch (view) {
    case 'text':
      return <LineView info={info} route={route} />;
    case 'json':
      return <JsonView bundle={bundle} entry={info.address} />;
    case 'key-values':
      return <PairsView info={info} route={route} />;
    case 'csv':
      return <CsvView bundle={bundle} entry={info.address} />;
    case 'xml':
      return <XmlView bundle={bundle} entry={info.address} />;
    case 'hex':
      return <HexView info={info} route={route} />;
  }
}

interface EntryHeadProps extends EntryProps {
  readonly view: ViewKind | undefined;
  readonly onView: (view: ViewKind) => void;
}

function EntryHead({ info, route, view, onView }: EntryHeadProps) {
  const say = useSay();
  const deeds = useDeeds();
  const wrap = useDesk(({ settings }) => settings.wrapLines);
  const { address, size, lines, encoding, lineEnd, modified, facts, findings, problems, views, kind } = info;
  const about = [
    bytesText(size, say),
    ...(lines > 0 ? [say('files.lines', { count: lines })] : []),
    ...(encoding !== '' ? [say('files.encoding', { encoding, lineEnd })] : []),
    ...(modified === undefined ? [] : [timeText(modified)]),
    facts.length > 0
      ? say('files.readBy', { facts: facts.join(', ') })
      : kind === 'file'
        ? say('files.notRecognised')
        : '',
  ].filter((part) => part !== '');
  return (
    <header className={styles.head}>
      <div className={styles.row}>
        <Button kind="icon" aria-label={say('command.back')} title="Alt+Left" onPress={() => history.back()}>
          <ArrowLeft size={14} aria-hidden="true" />
        </Button>
        <h1 className={styles.name} data-testid="entry-name">
          <Visible text={address} />
        </h1>
        <div className={styles.views} role="group">
          {views.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === view}
              className={one === view ? styles.chosen : styles.view}
              data-testid={`as-${one}`}
              onClick={() => onView(one)}
            >
              {say(`files.view.${one}`)}
            </button>
          ))}
          <button
            type="button"
            aria-pressed={wrap}
            className={wrap ? styles.chosen : styles.view}
            title={`${say('command.wrap')} (w)`}
            onClick={() => void deeds.saveSettings({ wrapLines: !wrap })}
          >
            <WrapText size={13} aria-label={say('files.wrap')} />
          </button>
        </div>
      </div>
      <p className={styles.about}>{about.join(' · ')}</p>
      {problems.map(({ code, detail }, index) => (
        <p key={index} className={styles.problem}>
          <strong>{code}</strong> <Visible text={detail} />
        </p>
      ))}
      {findings.length > 0 && (
        <ul className={styles.findings} aria-label={say('files.findings')}>
          {findings.slice(0, 12).map(({ fingerprint, title, severity, line }, index) => (
            <li key={`${fingerprint} ${index}`}>
              <button
                type="button"
                className={styles.finding}
                onClick={() => deeds.adjust(line === undefined ? {} : { line }, 'replace')}
                onDoubleClick={() =>
                  deeds.go({
                    page: 'bundle',
                    bundle: route.bundle,
                    report: route.report,
                    view: 'findings',
                    selected: fingerprint,
                  })
                }
              >
                <SeverityMark severity={severity} signOnly /> {title}
                {line !== undefined && <span className={styles.muted}> :{line}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </header>
  );
}

function NotAtHand({ info: { kind, notAtHand = '' } }: { readonly info: EntryDetail }) {
  const say = useSay();
  return (
    <p className={styles.empty}>
      {kind === 'link' ? (
        <Visible text={say('files.linksTo', { target: notAtHand })} />
      ) : (
        <Visible text={`${say('files.notAtHand')} ${notAtHand}`} />
      )}
    </p>
  );
}
