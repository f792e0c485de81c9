import { NotCollectedError, textFact } from '../../engine/api/index.ts';
import { configBlocks } from './config-blocks.ts';
import { readSettings, settingsField, type SettingsJson } from './settings-json.ts';

/** The features in force after all sources were merged, as the client analyzer takes them from the agent's log. */
export const mergedFeatures = textFact<SettingsJson>({
  name: 'mdatp.merged-features',
  describes: 'Features in force after merging',
  collect: { title: 'client analyzer', command: 'sudo ./MDESupportTool -d' },
  fields: { settings: settingsField },
  view: { kind: 'table', title: 'Merged features', rows: 'settings' },
  from: { 'client-analyzer': 'mdatp_config.txt', plain: 'mdatp_config.txt' },
  parse(entry, note): SettingsJson {
    if (configBlocks(entry.lines()).size === 0) throw new NotCollectedError(`${entry.path} has no blocks`);
    return readSettings(entry, 'MERGED CONFIGURATIONS', note);
  },
});
