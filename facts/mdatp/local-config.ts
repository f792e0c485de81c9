import { textFact } from '../../engine/api/index.ts';
import { hostFile, places } from '../places.ts';
import { readSettings, settingsField, type SettingsJson } from './settings-json.ts';

/** What was set on the host by command. Management overrules it. */
export const localConfig = textFact<SettingsJson>({
  name: 'mdatp.local-config',
  describes: 'Settings made on the host by command',
  collect: { title: 'wdavcfg', command: 'sudo cat /etc/opt/microsoft/mdatp/wdavcfg > wdavcfg' },
  fields: { settings: settingsField },
  view: { kind: 'table', title: 'Local settings', rows: 'settings' },
  from: places(hostFile('etc/opt/microsoft/mdatp/wdavcfg'), {
    'client-analyzer': ['wdavcfg', 'mdatp_config.txt'],
    plain: 'mdatp_config.txt',
  }),
  parse: (entry, note) => readSettings(entry, 'WDAVCFG CONFIGURATIONS', note),
});
