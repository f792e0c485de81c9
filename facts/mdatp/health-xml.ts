import type { Note, TextEntry } from '../../engine/api/index.ts';
import { readAnalyzerXml, type AnalyzerXml } from './analyzer-xml.ts';
import type { healthFields } from './health-fields.ts';
import type { RawField } from './health-values.ts';

/** What the client analyzer copies from the health of the agent into its summary, by the names there and here. */
const COPIED = [
  ['healthy', 'healthy'],
  ['senseVersion', 'app_version'],
  ['orgId', 'org_id'],
  ['deviceId', 'edr_machine_id'],
  ['senseConfigVersion', 'edr_configuration_version'],
  ['avEngineVersion', 'engine_version'],
  ['avSignatureVersion', 'definitions_version'],
  ['releaseRing', 'release_ring'],
  ['passiveModeEnabled', 'passive_mode_enabled'],
  ['realTimeProtectionEnabled', 'real_time_protection_enabled'],
  ['realTimeProtectionAvailable', 'real_time_protection_available'],
  ['realTimeProtectionSubsystem', 'real_time_protection_subsystem'],
] as const satisfies readonly (readonly [keyof AnalyzerXml, keyof typeof healthFields])[];

/** The health in a `mde.xml`: fewer fields than the agent prints, and there where its own output is not. */
export function xmlFields(entry: TextEntry, note: Note): readonly RawField[] {
  const summary = readAnalyzerXml(entry, note);
  return COPIED.flatMap(([from, name]): readonly RawField[] => {
    const found = summary[from];
    if (!found) return [];
    const isWord = /^(?:true|false|unavailable)$/iu.test(found.value);
    const text = isWord ? found.value.toLowerCase() : found.value;
    const value =
      text === 'unavailable' ? ({ kind: 'unavailable' } as const) : ({ kind: 'scalar', text } as const);
    return [{ name, at: found.at, value, managed: false }];
  });
}

/** Whether a text is the summary of the client analyzer. */
export function isAnalyzerXml(text: string): boolean {
  return /^\s*(?:<\?xml\b[^>]{0,200}>\s*)?<mdatp[\s>]/u.test(text.slice(0, 1000));
}
