import { CircleHelp, Command, Download, House, Settings, X } from 'lucide-react';

import { VIEWS, type View } from '../state/route.ts';
import { useAnswer, useDeeds, useDesk, useShown } from '../state/use-desk.ts';
import { Button } from '../widgets/button.tsx';
import { SeverityMark } from '../widgets/severity-mark.tsx';
import { Visible } from '../widgets/visible.tsx';
import { useSay } from './messages.ts';
import styles from './top-bar.module.css';

/** Which bundle, which host of it, which view. */
export function TopBar() {
  const say = useSay();
  const deeds = useDeeds();
  return (
    <header className={styles.bar}>
      <div className={styles.row}>
        <Button
          kind="icon"
          aria-label={say('app.home')}
          title={say('app.home')}
          onPress={() => deeds.go({ page: 'start' })}
        >
          <House size={16} aria-hidden="true" />
        </Button>
        <span className={styles.name}>{say('app.name')}</span>
        <BundleTabs />
        <span className={styles.gap} />
        <Button kind="quiet" title={say('app.palette')} onPress={() => deeds.open('palette')}>
          <Command size={14} aria-hidden="true" />
          <span className="visually-hidden">{say('app.palette')}</span>
          <kbd>Ctrl K</kbd>
        </Button>
        <Button
          kind="icon"
          aria-label={say('app.settings')}
          title={say('app.settings')}
          onPress={() => deeds.open('settings')}
        >
          <Settings size={16} aria-hidden="true" />
        </Button>
        <Button
          kind="icon"
          aria-label={say('app.help')}
          title={say('app.help')}
          onPress={() => deeds.go({ page: 'help', topic: undefined })}
        >
          <CircleHelp size={16} aria-hidden="true" />
        </Button>
      </div>
      <ViewTabs />
    </header>
  );
}

function BundleTabs() {
  const say = useSay();
  const deeds = useDeeds();
  const bundles = useDesk(({ state }) => state?.bundles) ?? [];
  const shown = useShown();
  return (
    <nav className={styles.bundles} aria-label={say('app.bundles')}>
      {bundles.map(({ id, name, reports }) => {
        const isCurrent = shown?.bundle.id === id;
        const [first] = reports;
        return (
          <span key={id} className={isCurrent ? styles.currentBundle : styles.bundle}>
            <button
              type="button"
              className={styles.bundleName}
              aria-current={isCurrent ? 'page' : undefined}
              data-testid="bundle-tab"
              onClick={() => deeds.go({ page: 'bundle', bundle: id, report: 0, view: 'summary' })}
            >
              {first?.worst && <SeverityMark severity={first.worst} signOnly />}
              <Visible text={reports.length === 1 && first?.host ? first.host : name} />
            </button>
            <button
              type="button"
              className={styles.close}
              aria-label={say('app.close', { name })}
              onClick={() => void deeds.tell('bundle:close', { bundle: id })}
            >
              <X size={13} aria-hidden="true" />
            </button>
          </span>
        );
      })}
    </nav>
  );
}

function ViewTabs() {
  const say = useSay();
  const deeds = useDeeds();
  const shown = useShown();
  const report = shown?.bundle.reports[shown.route.report];
  const ask = shown && report ? { bundle: shown.bundle.id, report: shown.route.report } : undefined;
  const { value: summary } = useAnswer('report:summary', ask);
  if (!shown) return null;
  const { route, bundle } = shown;
  const findings = summary ? Object.values(summary.counts).reduce((all, one) => all + one, 0) : undefined;
  const counts: Partial<Record<View, number | undefined>> = { findings, files: summary?.entries.total };
  return (
    <div className={styles.row}>
      <nav className={styles.views} aria-label={say('app.views')}>
        {VIEWS.map((view) => (
          <button
            key={view}
            type="button"
            className={route.view === view ? styles.currentView : styles.view}
            aria-current={route.view === view ? 'page' : undefined}
            data-testid={`tab-${view}`}
            onClick={() => deeds.go({ page: 'bundle', bundle: bundle.id, report: route.report, view })}
          >
            {say(`view.${view}`)}
            {counts[view] !== undefined && (
              <span className={styles.count}>{counts[view].toLocaleString()}</span>
            )}
          </button>
        ))}
      </nav>
      {bundle.reports.length > 1 && (
        <label className={styles.hosts}>
          <span className="visually-hidden">{say('app.hosts')}</span>
          <select
            value={route.report}
            data-testid="hosts"
            onChange={(event) => deeds.adjust({ report: Number(event.target.value) })}
          >
            {bundle.reports.map(({ index, host, kind }) => (
              <option key={index} value={index}>{`${host} · ${kind}`}</option>
            ))}
          </select>
        </label>
      )}
      <span className={styles.gap} />
      {report && (
        <Button kind="quiet" onPress={() => deeds.open('export')} data-testid="export">
          <Download size={14} aria-hidden="true" />
          {say('app.export')}
        </Button>
      )}
    </div>
  );
}
