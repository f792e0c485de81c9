import type { DeskSettings } from '../../../workspace/contract/settings.ts';
import { useSay } from '../../app/messages.ts';
import { useDeeds, useDesk } from '../../state/use-desk.ts';
import { Button } from '../../widgets/button.tsx';
import styles from './dialogs.module.css';

const THEMES: readonly DeskSettings['theme'][] = ['system', 'light', 'dark', 'contrast'];
const SIZES = [75, 90, 100, 110, 125, 150, 200] as const;

/** What a person sets for the screen; it holds at once and for every tab. */
export function SettingsDialog() {
  const say = useSay();
  const deeds = useDeeds();
  const { theme, textSize, logSize, wrapLines } = useDesk((desk) => desk.settings);
  const save = (settings: Partial<DeskSettings>): void => void deeds.saveSettings(settings);
  const sizes = (label: string, value: number, set: (size: number) => void) => (
    <label className={styles.setting}>
      <span>{label}</span>
      <select value={value} onChange={(event) => set(Number(event.target.value))}>
        {[...new Set([...SIZES, value])]
          .sort((a, b) => a - b)
          .map((size) => (
            <option key={size} value={size}>{`${size} %`}</option>
          ))}
      </select>
    </label>
  );
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{say('dialog.settings')}</h1>
      <label className={styles.setting}>
        <span>{say('settings.theme')}</span>
        <select
          value={theme}
          data-testid="theme"
          onChange={(event) => save({ theme: THEMES.find((one) => one === event.target.value) ?? 'system' })}
        >
          {THEMES.map((one) => (
            <option key={one} value={one}>
              {say(`settings.theme.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {sizes(say('settings.textSize'), textSize, (size) => save({ textSize: size }))}
      {sizes(say('settings.logSize'), logSize, (size) => save({ logSize: size }))}
      <label className={styles.setting}>
        <span>{say('settings.wrap')}</span>
        <input
          type="checkbox"
          checked={wrapLines}
          onChange={(event) => save({ wrapLines: event.target.checked })}
        />
      </label>
      <p className={styles.note}>{say('settings.thresholds')}</p>
      <Button onPress={() => deeds.open(undefined)}>{say('common.close')}</Button>
    </div>
  );
}
