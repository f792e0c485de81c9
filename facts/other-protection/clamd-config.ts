import { textFact, UnreadableError, type Line, type Located } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { hostFile, places } from '../places.ts';

export interface ClamdConfig {
  /** Whether a file may be opened only once clamd has answered. */
  readonly onAccessPrevention: Located<boolean> | undefined;
  /** On-access scans by clamd itself, as versions before 0.102 had it. */
  readonly scanOnAccess: Located<boolean> | undefined;
  /** Folders and mounts that are watched. */
  readonly watched: readonly Located<string>[];
}

/**
 * Settings of clamd and of its on-access client:
 *
 *   OnAccessIncludePath /home
 *   OnAccessPrevention yes
 */
export const clamdConfig = textFact<ClamdConfig>({
  name: 'other-protection.clamd-config',
  describes: 'Settings of ClamAV that concern access to files',
  collect: {
    title: 'clamd.conf',
    command: 'sudo cat /etc/clamd.d/scan.conf > clamd.conf || sudo cat /etc/clamav/clamd.conf > clamd.conf',
  },
  fields: {
    onAccessPrevention: { type: 'boolean', describes: 'Whether an access waits for an answer' },
    scanOnAccess: { type: 'boolean', describes: 'Whether clamd itself scans on access' },
    watched: { type: 'list', items: 'string', describes: 'What is watched' },
  },
  view: { kind: 'fields', title: 'clamd.conf' },
  from: places(
    hostFile('etc/clamd.d/scan.conf', 'etc/clamav/clamd.conf', 'etc/clamd.conf', 'etc/clamd.d/clamd.conf'),
  ),
  parse(entry): ClamdConfig {
    refuseFailedCommand(entry);
    const settings = entry.lines().flatMap(settingOf);
    if (settings.length === 0) throw new UnreadableError(`${entry.path} has no settings`);
    const flag = (key: string): Located<boolean> | undefined => {
      const found = settings.findLast(({ value }) => value.key === key);
      return found && { value: /^(?:yes|true|1)$/iu.test(found.value.value), at: found.at };
    };
    return {
      onAccessPrevention: flag('OnAccessPrevention'),
      scanOnAccess: flag('ScanOnAccess'),
      watched: settings
        .filter(({ value }) => value.key === 'OnAccessIncludePath' || value.key === 'OnAccessMountPath')
        .map(({ value, at }) => ({ value: value.value, at })),
    };
  },
});

// OnAccessPrevention yes
const SETTING = /^(?<key>[A-Z][A-Za-z0-9]{1,60})\s{1,60}(?<value>\S.{0,400})$/u;

function settingOf({ text, at }: Line): readonly Located<{ readonly key: string; readonly value: string }>[] {
  const { key, value } = SETTING.exec(text.trim())?.groups ?? {};
  return key === undefined || value === undefined ? [] : [{ value: { key, value }, at }];
}
