import { useState, type FormEvent } from 'react';

import type { ExportFormat, ExportSection } from '../../../workspace/contract/exports.ts';
import type { Ask } from '../../../workspace/contract/questions.ts';
import { useSay } from '../../app/messages.ts';
import type { BundleRoute } from '../../state/route.ts';
import { useAnswer, useDeeds, useDesk, useShown } from '../../state/use-desk.ts';
import { Button } from '../../widgets/button.tsx';
import dialogs from '../palette/dialogs.module.css';
import styles from './export-dialog.module.css';

const FORMATS: readonly ExportFormat[] = [
  'html',
  'pdf',
  'ticket',
  'markdown',
  'csv',
  'sarif',
  'junit',
  'json',
];
const SECTIONS: readonly ExportSection[] = ['evidence', 'remedies', 'blocked', 'problems', 'checks'];
type Choice = Ask<'export:make'>['choice'];

/** What of the report goes out, and as what: each format is a file of its own. */
export function ExportDialog() {
  const shown = useShown();
  return shown ? <ExportForm route={shown.route} /> : null;
}

function ExportForm({ route }: { readonly route: BundleRoute }) {
  const say = useSay();
  const deeds = useDeeds();
  const marked = useDesk((desk) => desk.marked);
  const { bundle, report, filter = '', facets = {}, selected, view } = route;
  const own = Object.fromEntries(Object.entries(facets).map(([name, values]) => [name, [...values]]));
  const page = { bundle, report, filter, facets: own, sort: 'tree', from: 0, count: 1 } as const;
  const { value } = useAnswer('findings:page', page);
  const [formats, setFormats] = useState<ReadonlySet<ExportFormat>>(new Set(['html']));
  const [sections, setSections] = useState<ReadonlySet<ExportSection>>(new Set(SECTIONS));
  const [notes, setNotes] = useState(true);
  const [kind, setKind] = useState<Choice['kind']>('all');
  const [isBusy, setBusy] = useState(false);
  const chosen =
    marked.size > 1 ? [...marked] : selected !== undefined && view === 'findings' ? [selected] : [];
  const counts = { all: value?.all ?? 0, filtered: value?.total ?? 0, chosen: chosen.length };
  const kinds = (['all', 'filtered', 'chosen'] as const).filter(
    (one) => one === 'all' || (counts[one] > 0 && counts[one] < counts.all),
  );
  const choice: Choice =
    kind === 'chosen'
      ? { kind, fingerprints: chosen }
      : kind === 'filtered'
        ? { kind, filter, facets: own }
        : { kind: 'all' };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const rest = { bundle, report, choice, sections: [...sections], notes };
    const all = await Promise.all([...formats].map((format) => deeds.exportReport({ ...rest, format })));
    setBusy(false);
    if (all.every(Boolean)) deeds.open(undefined);
  };
  return (
    <form className={dialogs.page} onSubmit={(event) => void submit(event)}>
      <h1 className={dialogs.title}>{say('dialog.export')}</h1>
      <div className={styles.columns}>
        <fieldset className={styles.group}>
          <legend>{say('export.formats')}</legend>
          {FORMATS.map((one) => (
            <label key={one} className={styles.option}>
              <input
                type="checkbox"
                checked={formats.has(one)}
                data-testid={`format-${one}`}
                onChange={() => setFormats(toggled(formats, one))}
              />
              <span>{say(`export.format.${one as Exclude<ExportFormat, 'text'>}`)}</span>
            </label>
          ))}
        </fieldset>
        <div className={styles.side}>
          <fieldset className={styles.group}>
            <legend>{say('export.findings')}</legend>
            {kinds.map((one) => (
              <label key={one} className={styles.option}>
                <input
                  type="radio"
                  name="findings"
                  checked={kind === one}
                  data-testid={`choice-${one}`}
                  onChange={() => setKind(one)}
                />
                <span>{say(`export.findings.${one}`, { count: counts[one] })}</span>
              </label>
            ))}
          </fieldset>
          <fieldset className={styles.group}>
            <legend>{say('export.sections')}</legend>
            {SECTIONS.map((one) => (
              <label key={one} className={styles.option}>
                <input
                  type="checkbox"
                  checked={sections.has(one)}
                  data-testid={`section-${one}`}
                  onChange={() => setSections(toggled(sections, one))}
                />
                <span>{say(`export.section.${one}`)}</span>
              </label>
            ))}
            <label className={styles.option}>
              <input
                type="checkbox"
                checked={notes}
                data-testid="export-notes"
                onChange={() => setNotes(!notes)}
              />
              <span>{say('export.notes')}</span>
            </label>
          </fieldset>
        </div>
      </div>
      <p className={dialogs.note}>{say('export.care')}</p>
      <div className={styles.buttons}>
        <Button kind="primary" type="submit" isDisabled={formats.size === 0 || isBusy}>
          {say(isBusy ? 'export.busy' : 'export.make')}
        </Button>
        <Button onPress={() => deeds.open(undefined)}>{say('common.close')}</Button>
      </div>
    </form>
  );
}

function toggled<Value>(all: ReadonlySet<Value>, one: Value): ReadonlySet<Value> {
  const next = new Set(all);
  if (!next.delete(one)) next.add(one);
  return next;
}
