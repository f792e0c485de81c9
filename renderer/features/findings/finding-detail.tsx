import { ExternalLink } from 'lucide-react';
import { useRef } from 'react';

import type { EvidenceShown, FindingDetail } from '../../../workspace/contract/findings.ts';
import { useSay } from '../../app/messages.ts';
import type { BundleRoute } from '../../state/route.ts';
import { useAnswer, useDeeds, useDesk } from '../../state/use-desk.ts';
import { CopyButton } from '../../widgets/copy-button.tsx';
import { Excerpt } from '../../widgets/excerpt.tsx';
import { SeverityMark } from '../../widgets/severity-mark.tsx';
import { Visible } from '../../widgets/visible.tsx';
import styles from './finding-detail.module.css';
import { TriageForm } from './triage-form.tsx';
import { useCopyKey } from './use-copy-key.ts';
import { WhyFired } from './why-fired.tsx';

/** The finding that is chosen: why it matters, its proof, what to do. */
export function FindingDetailPane({ route }: { readonly route: BundleRoute }) {
  const say = useSay();
  const { bundle, report, selected: fingerprint } = route;
  const asked = fingerprint === undefined ? undefined : { bundle, report, fingerprint };
  const { value, refusal } = useAnswer('findings:detail', asked);
  useCopyKey(value?.markdown);
  if (!value) return <p className={styles.empty}>{refusal?.detail ?? say('findings.pick')}</p>;
  return <Detail key={value.row.fingerprint} detail={value} route={route} />;
}

interface DetailProps {
  readonly detail: FindingDetail;
  readonly route: BundleRoute;
}

function Detail({ detail, route }: DetailProps) {
  const say = useSay();
  const deeds = useDeeds();
  const { row, why, evidence, because, consequences, markdown } = detail;
  return (
    <article className={styles.detail} data-pane-main="" tabIndex={-1} data-testid="detail">
      <header className={styles.head}>
        <h1 className={styles.title}>
          <SeverityMark severity={row.severity} /> {row.title}
        </h1>
        <CopyButton text={markdown} label={`${say('findings.copyMarkdown')} (y)`} />
      </header>
      <p className={styles.message} data-testid="message">
        <Visible text={row.message} />
      </p>
      <p>{why}</p>
      <Related label={say('findings.because')} findings={because} route={route} />
      <h2 className={styles.heading}>{say('findings.evidence')}</h2>
      <EvidenceList evidence={evidence} route={route} />
      <Remedy detail={detail} />
      <Related label={say('findings.consequences')} findings={consequences} route={route} />
      {!row.provisional && <TriageForm detail={detail} route={route} />}
      <WhyFired detail={detail} route={route} />
      <p className={styles.muted}>
        {row.analyzer} · {say(`confidence.${row.confidence}`)} ·{' '}
        {say('findings.profile', { profile: detail.profile })}
        {' · '}
        <button
          type="button"
          className={styles.link}
          onClick={() => deeds.go({ page: 'help', topic: row.analyzer })}
        >
          {say('findings.check')}
        </button>
      </p>
    </article>
  );
}

/** Two sides of a conflict stand beside each other; everything else stands below. */
function EvidenceList({
  evidence,
  route,
}: {
  readonly evidence: readonly EvidenceShown[];
  readonly route: BundleRoute;
}) {
  const isConflict = evidence.some(({ role }) => role === 'conflicts-with');
  return (
    <div className={isConflict ? styles.sides : styles.places}>
      {evidence.map((one, index) => (
        <EvidenceItem
          key={index}
          evidence={one}
          isFirst={index === 0}
          showRole={isConflict || one.role !== 'subject'}
          route={route}
        />
      ))}
    </div>
  );
}

interface EvidenceItemProps {
  readonly evidence: EvidenceShown;
  readonly isFirst: boolean;
  readonly showRole: boolean;
  readonly route: BundleRoute;
}

function EvidenceItem({ evidence, isFirst, showRole, route }: EvidenceItemProps) {
  const say = useSay();
  const deeds = useDeeds();
  const filesAtHand = useDesk(
    ({ state }) => state?.bundles.find(({ id }) => id === route.bundle)?.filesAtHand,
  );
  const role = showRole ? <span className={styles.role}>{say(`findings.role.${evidence.role}`)}</span> : null;
  if ('lookedFor' in evidence) {
    const { lookedFor, lookedIn } = evidence;
    return (
      <div className={styles.place}>
        {role}
        <p className={styles.absence}>
          <Visible text={say('findings.lookedFor', { what: lookedFor, where: lookedIn.join(', ') })} />
        </p>
      </div>
    );
  }
  const { at, lines } = evidence;
  const text = at.line === undefined ? at.entry : `${at.entry}:${at.line}`;
  const open = (): void => {
    const { bundle, report } = route;
    const line = at.line === undefined ? {} : { line: at.line };
    deeds.go({ page: 'bundle', bundle, report, view: 'files', selected: at.address, ...line });
  };
  return (
    <div className={styles.place} data-testid="evidence">
      <div className={styles.placeHead}>
        <button
          type="button"
          className={styles.file}
          title={say('findings.open')}
          disabled={filesAtHand !== true}
          data-testid="open-evidence"
          {...(isFirst ? { 'data-open-evidence': '' } : {})}
          onClick={open}
        >
          <Visible text={text} />
        </button>
        {role}
      </div>
      {lines.length > 0 && <Excerpt lines={lines} />}
    </div>
  );
}

function Remedy({ detail: { row, steps, commands, links } }: { readonly detail: FindingDetail }) {
  const say = useSay();
  const { openLink } = useDesk(({ bridge }) => bridge);
  return (
    <>
      <h2 className={styles.heading}>{say('findings.do')}</h2>
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <li key={index}>{step}</li>
        ))}
      </ol>
      {commands.map(({ command, risk }) => (
        <div key={command} className={styles.command}>
          <code className={styles.code}>{command}</code>
          <span className={styles[`risk-${risk}`]}>{say(`risk.${risk}`)}</span>
          <CopyButton text={command} label={`${say('common.copy')}: ${command}`} />
        </div>
      ))}
      <ul>
        {links.map(({ label, host, index }) => (
          <li key={index}>
            <button
              type="button"
              className={styles.link}
              title={say('findings.leads', { host })}
              data-testid="link"
              onClick={() => void openLink(row.analyzer, index)}
            >
              <ExternalLink size={12} aria-hidden="true" /> {label}
            </button>{' '}
            <span className={styles.muted}>{host}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

interface RelatedProps {
  readonly label: string;
  readonly findings: readonly { readonly fingerprint: string; readonly title: string }[];
  readonly route: BundleRoute;
}

function Related({ label, findings, route }: RelatedProps) {
  const deeds = useDeeds();
  const list = useRef<HTMLUListElement>(null);
  if (findings.length === 0) return null;
  return (
    <div className={styles.related}>
      <span className={styles.muted}>{label}</span>
      <ul ref={list}>
        {findings.map(({ fingerprint, title }) => (
          <li key={fingerprint}>
            <button
              type="button"
              className={styles.link}
              onClick={() => deeds.go({ ...route, selected: fingerprint })}
            >
              {title}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
