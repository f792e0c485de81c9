import { textFact, type Located } from '../../engine/api/index.ts';
import { booleanAt, stringAt } from '../json-lines.ts';
import { hostFile, places } from '../places.ts';
import { readSettings, settingsField, type SettingsJson } from './settings-json.ts';

export interface LocalState extends SettingsJson {
  readonly databaseRootPath: Located<string> | undefined;
  readonly registrationComplete: Located<boolean> | undefined;
}

/**
 * What the agent remembers of itself:
 *
 *   {"engineCore": {"databaseRootPath": "/opt/microsoft/mdatp/definitions.noindex/00000000-…"},
 *    "edr": {"identity": {"registrationComplete": true}}}
 */
export const localState = textFact<LocalState>({
  name: 'mdatp.local-state',
  describes: 'State that the agent keeps of itself',
  collect: { title: 'wdavstate', command: 'sudo cat /var/opt/microsoft/mdatp/wdavstate > wdavstate' },
  fields: {
    databaseRootPath: { type: 'string', describes: 'Folder of the definitions' },
    registrationComplete: { type: 'boolean', describes: 'Whether the device is registered' },
    settings: settingsField,
  },
  view: { kind: 'table', title: 'State of the agent', rows: 'settings' },
  from: places(hostFile('var/opt/microsoft/mdatp/wdavstate'), {
    'client-analyzer': ['wdavstate', 'mdatp_config.txt'],
    plain: 'mdatp_config.txt',
  }),
  parse(entry, note): LocalState {
    const state = readSettings(entry, 'WDAVSTATE CONFIGURATIONS', note);
    return {
      ...state,
      databaseRootPath: stringAt(state.root, 'engineCore', 'databaseRootPath'),
      registrationComplete: booleanAt(state.root, 'edr', 'identity', 'registrationComplete'),
    };
  },
});
