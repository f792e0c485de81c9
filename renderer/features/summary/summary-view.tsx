import { useState } from 'react';

import { SEVERITIES } from '../../../engine/api/index.ts';
import type { ReportSummary } from '../../../workspace/contract/bundles.ts';
import type { FindingRow } from '../../../workspace/contract/findings.ts';
import { useSay } from '../../app/messages.ts';
import { daysAgo, timeText, bytesText } from '../../app/units.ts';
import type { BundleRoute } from '../../state/route.ts';
import { useAnswer, useDeeds } from '../../state/use-desk.ts';
import { CopyButton } from '../../widgets/copy-button.tsx';
import { SeverityMark } from '../../widgets/severity-mark.tsx';
import { Visible } from '../../widgets/visible.tsx';
import { MissingInputs } from './missing-inputs.tsx';
import { Problems } from './problems.tsx';
import styles from './summary-view.module.css';

/** What host this is, what is worst, and what could not be looked at. */
export function SummaryView({ route }: { readonly route: BundleRoute }) {
  const { bundle, report } = route;
  const { value: summary, refusal } = useAnswer('report:summary', { bundle, report });
  const first = { bundle, report, filter: '', facets: {}, sort: 'tree', from: 0, count: 500 } as const;
  const { value: findings } = useAnswer('findings:page', first);
  if (!summary) return <p className={styles.waiting}>{refusal?.detail}</p>;
  const rows = findings?.rows ?? [];
  return (
    <div className={styles.page} data-pane="" tabIndex={-1}>
      <div className={styles.columns}>
        <div className={styles.left}>
          <HostCard summary={summary} />
          <Counts summary={summary} route={route} />
        </div>
        <div className={styles.right}>
          <Quality
            rows={rows.filter(({ fingerprint }) => summary.quality.includes(fingerprint))}
            route={route}
          />
          <Worst
            rows={rows.filter(({ fingerprint }) => summary.worstRoots.includes(fingerprint))}
            summary={summary}
            route={route}
          />
          <MissingInputs route={route} />
          {summary.problems > 0 && <Problems route={route} />}
        </div>
      </div>
    </div>
  );
}

function HostCard({ summary }: { readonly summary: ReportSummary }) {
  const say = useSay();
  const [now] = useState(() => Date.now());
  const { host, collectedAt, kindTitle, profile, name, root, bytes, sha256, settings } = summary;
  const collected =
    collectedAt === undefined
      ? say('summary.unknown')
      : `${timeText(collectedAt)} (${say('common.daysAgo', { days: Math.max(0, daysAgo(collectedAt, now)) })})`;
  const rows: readonly (readonly [string, string])[] = [
    ...host.slice(1).map(({ label, value }) => [label, value] as const),
    [say('summary.collected'), collected],
    [say('summary.kind'), kindTitle],
    [
      say('summary.profile'),
      say(`summary.profile.${profile.chosen}`, { id: profile.id, title: profile.title }),
    ],
    [say('summary.file'), `${name}${root === '' ? '' : ` · ${root}`} · ${bytesText(bytes, say)}`],
    ...settings.map((one) => [say('summary.settings'), one] as const),
  ];
  return (
    <section className={styles.card} aria-label={say('summary.agent')} data-testid="host">
      <h1 className={styles.host}>
        <Visible text={host[0]?.value ?? name} />
      </h1>
      <dl className={styles.facts}>
        {rows.map(([label, value], index) => (
          <div key={index} className={styles.fact}>
            <dt>{label}</dt>
            <dd>
              <Visible text={value} />
            </dd>
          </div>
        ))}
        <div className={styles.fact}>
          <dt>{say('summary.sha256')}</dt>
          <dd className={styles.hash}>
            <code>{sha256.slice(0, 16)}…</code>
            <CopyButton text={sha256} label={`${say('common.copy')} ${say('summary.sha256')}`} />
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Counts({ summary, route }: { readonly summary: ReportSummary; readonly route: BundleRoute }) {
  const say = useSay();
  const deeds = useDeeds();
  const { counts, checks } = summary;
  const go = (statuses: string): void => deeds.go({ ...plain(route), view: 'checks', filter: statuses });
  return (
    <section className={styles.card} aria-label={say('summary.counts')}>
      <ul className={styles.severities}>
        {SEVERITIES.map((severity) => (
          <li key={severity}>
            <button
              type="button"
              className={styles.count}
              disabled={counts[severity] === 0}
              data-testid={`count-${severity}`}
              onClick={() =>
                deeds.go({ ...plain(route), view: 'findings', facets: { severity: [severity] } })
              }
            >
              <SeverityMark severity={severity} />
              <span className={styles.number}>{counts[severity].toLocaleString()}</span>
            </button>
          </li>
        ))}
      </ul>
      <h2 className={styles.heading}>{say('summary.checks')}</h2>
      <ul className={styles.severities}>
        {(
          [
            ['status.blocked', checks.blocked, 'status:blocked', styles.blocked],
            ['status.clean', checks.clean, 'status:clean', styles.clean],
            ['status.asFarAsSeen', checks.asFarAsSeen, 'status:as-far-as-seen', styles.clean],
            ['status.not-applicable', checks.notApplicable, 'status:not-applicable', styles.neutral],
            ['status.failed', checks.failed, 'status:failed', styles.failed],
          ] as const
        )
          .filter(([id, number]) => number > 0 || id !== 'status.failed')
          .map(([id, number, filter, style]) => (
            <li key={id}>
              <button
                type="button"
                className={styles.count}
                disabled={number === 0}
                onClick={() => go(filter)}
              >
                <span className={style}>{say(id)}</span>
                <span className={styles.number}>{number.toLocaleString()}</span>
              </button>
            </li>
          ))}
      </ul>
    </section>
  );
}

interface RowsProps {
  readonly rows: readonly FindingRow[];
  readonly route: BundleRoute;
}

/** What the collection itself lacks stands first: it decides how far the rest can be believed. */
function Quality({ rows, route }: RowsProps) {
  const say = useSay();
  if (rows.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{say('summary.quality')}</h2>
      <FindingLinks rows={rows} route={route} />
    </section>
  );
}

function Worst({ rows, summary, route }: RowsProps & { readonly summary: ReportSummary }) {
  const say = useSay();
  const deeds = useDeeds();
  const { counts, checks } = summary;
  const all = Object.values(counts).reduce((sum, one) => sum + one, 0);
  if (all === 0) {
    return (
      <section className={styles.section} data-testid="nothing-found">
        <h2 className={styles.heading}>{say('summary.none')}</h2>
        <p>
          {say('summary.noneLead', { clean: checks.clean + checks.asFarAsSeen, blocked: checks.blocked })}
        </p>
      </section>
    );
  }
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{say('summary.worst')}</h2>
      <FindingLinks rows={rows} route={route} />
      <button
        type="button"
        className={styles.all}
        onClick={() => deeds.go({ ...plain(route), view: 'findings' })}
      >
        {say('summary.allFindings', { count: all })}
      </button>
    </section>
  );
}

function FindingLinks({ rows, route }: RowsProps) {
  const say = useSay();
  const deeds = useDeeds();
  return (
    <ul>
      {rows.map(({ fingerprint, severity, title, message, consequences }) => (
        <li key={fingerprint}>
          <button
            type="button"
            className={styles.finding}
            data-testid="worst"
            onClick={() => deeds.go({ ...plain(route), view: 'findings', selected: fingerprint })}
          >
            <span className={styles.findingHead}>
              <SeverityMark severity={severity} />
              <strong>{title}</strong>
              {consequences > 0 && (
                <span className={styles.muted}>{say('summary.consequences', { count: consequences })}</span>
              )}
            </span>
            <span className={styles.message}>
              <Visible text={message} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The same report, without what was chosen in this view. */
function plain({ bundle, report }: BundleRoute): Pick<BundleRoute, 'page' | 'bundle' | 'report'> {
  return { page: 'bundle', bundle, report };
}
