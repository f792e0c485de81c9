import { textFact, UnreadableError, type Located } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { keyValueLines } from '../key-value.ts';
import { hostFile } from '../places.ts';

export interface FapolicydConfig {
  /** 1 where it only reports what it would refuse. */
  readonly permissive: Located<string> | undefined;
  /** Where trust comes from: `rpmdb,file`. */
  readonly trust: Located<string> | undefined;
  readonly integrity: Located<string> | undefined;
}

/**
 * Settings of fapolicyd:
 *
 *   permissive = 0
 *   trust = rpmdb,file
 */
export const fapolicydConfig = textFact<FapolicydConfig>({
  name: 'other-protection.fapolicyd-config',
  describes: 'Settings of fapolicyd',
  collect: { title: 'fapolicyd.conf', command: 'sudo cat /etc/fapolicyd/fapolicyd.conf > fapolicyd.conf' },
  fields: {
    permissive: { type: 'string', describes: '1 where it only reports' },
    trust: { type: 'string', describes: 'Where trust comes from' },
    integrity: { type: 'string', describes: 'How a file is compared with what is trusted' },
  },
  view: { kind: 'fields', title: 'fapolicyd.conf' },
  from: hostFile('etc/fapolicyd/fapolicyd.conf'),
  parse(entry): FapolicydConfig {
    refuseFailedCommand(entry);
    const values = new Map(
      keyValueLines(entry, '=').map(({ value, at }) => [value.key, { value: value.value, at }]),
    );
    if (values.size === 0) throw new UnreadableError(`${entry.path} has no settings`);
    return {
      permissive: values.get('permissive'),
      trust: values.get('trust'),
      integrity: values.get('integrity'),
    };
  },
});
