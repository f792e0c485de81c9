import { describe, expect, it } from 'vitest';
import { deriveFact } from '../../test/harness/derive-fact.ts';
import { factInBundle } from '../../test/harness/fact-in-bundle.ts';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { memberAt, stringAt } from '../json-lines.ts';
import { managedConfig, type ManagedConfig } from './managed-config.ts';
import { managedFile } from './managed-file.ts';

const parse = (file: string): ManagedConfig => deriveFact(managedConfig, { file });
const both = (file: string, portal: string): ManagedConfig => deriveFact(managedConfig, { file, portal });

describe('mdatp.managed', () => {
  it('gives settings with their lines', () => {
    const value = parse(`{
  "antivirusEngine": {
    "enforcementLevel": "passive",
    "nonExecMountPolicy": "mute",
    "unmonitoredFilesystems": [
      "nfs",
      "fuse"
    ]
  },
  "cloudService": { "enabled": false, "diagnosticLevel": "optional", "proxy": "http://192.0.2.7:3128/" },
  "features": { "ebpfSupplementaryEventProvider": "disabled" }
}`);
    expect(value.syntaxError).toBeUndefined();
    expect(value.enforcementLevel).toEqual({ value: 'passive', at: { entry: 'file', line: 3 } });
    expect(value.unmonitoredFilesystems).toEqual([
      { value: 'nfs', at: { entry: 'file', line: 6 } },
      { value: 'fuse', at: { entry: 'file', line: 7 } },
    ]);
    expect(value.cloudEnabled?.value).toBe(false);
    expect(value.cloudDiagnosticLevel?.value).toBe('optional');
    expect(value.proxy?.value).toBe('http://192.0.2.7:3128/');
    expect(value.ebpfSupplementaryEventProvider?.value).toBe('disabled');
    expect(value.passiveMode).toBeUndefined();
  });

  it('gives what scans cost', () => {
    const value = parse(
      '{ "antivirusEngine": {\n  "maximumOnDemandScanThreads": 8,\n  "enableFileHashComputation": true } }',
    );
    expect(value.maximumOnDemandScanThreads).toEqual({ value: 8, at: { entry: 'file', line: 2 } });
    expect(value.enableFileHashComputation).toEqual({ value: true, at: { entry: 'file', line: 3 } });
  });

  it('says where the JSON is wrong and keeps what stands before', () => {
    const value = parse('{ "cloudService": { "enabled": true },\n  "edr": tags }');
    expect(value.syntaxError).toEqual({
      value: 'a value is expected, not t (column 10)',
      at: { entry: 'file', line: 2 },
    });
    expect(value.cloudEnabled?.value).toBe(true);
  });

  it('reads its block of mdatp_config.txt', () => {
    const value = parse(
      'Output of mdatp health\nMDE HEALTH\n\n{"healthy": true}\n\nSettings\nMANAGED CONFIGURATIONS\n/etc/x\n\n{\n"antivirusEngine": {"offlineDefinitionUpdate": "enabled"}\n}\n\nLocal\nWDAVCFG CONFIGURATIONS\n\n{}\n',
    );
    expect(value.offlineDefinitionUpdate).toEqual({ value: 'enabled', at: { entry: 'file', line: 11 } });
    expect(value.syntaxError).toBeUndefined();
  });

  it('is not collected where the block could not be loaded', () => {
    expect(() => parse('MANAGED CONFIGURATIONS\n\nError: Could not load managed configurations\n')).toThrow(
      'Error: Could not load managed configurations',
    );
  });

  it('refuses a text that is no JSON', () => {
    expect(() => parse('not json')).toThrow('is no JSON');
  });

  it('reads a file that begins with a byte order mark', () => {
    const { value, problems } = parseFact(managedFile, '\uFEFF{ "cloudService": { "enabled": true } }');
    expect(value.syntaxError).toBeUndefined();
    expect(problems).toEqual([]);
    expect(parse('\uFEFF{ "cloudService": { "enabled": true } }').cloudEnabled?.value).toBe(true);
  });

  it('takes the settings of the portal, and from the file what is merged into them', () => {
    const value = both(
      `{
  "antivirusEngine": { "enforcementLevel": "passive", "offlineDefinitionUpdate": "enabled" },
  "cloudService": { "enabled": false, "proxy": "http://proxy.example:3128" },
  "exclusionSettings": { "exclusions": [{ "$type": "excludedPath", "path": "/srv/a", "isDirectory": true }] }
}`,
      `{
  "antivirusEngine": { "enforcementLevel": "real_time" },
  "exclusionSettings": { "exclusions": [{ "$type": "excludedPath", "path": "/srv/b", "isDirectory": true }] }
}`,
    );
    expect(value.enforcementLevel).toEqual({ value: 'real_time', at: { entry: 'portal', line: 2 } });
    expect(value.offlineDefinitionUpdate).toEqual({ value: 'enabled', at: { entry: 'file', line: 2 } });
    expect(value.proxy).toEqual({ value: 'http://proxy.example:3128', at: { entry: 'file', line: 3 } });
    expect(value.cloudEnabled).toBeUndefined();
    expect(stringsIn(value)).toEqual(['/srv/b portal:3', '/srv/a file:4']);
  });

  it('takes the file alone where the portal has set nothing', () => {
    expect(both('{ "cloudService": { "enabled": false } }', '{}').cloudEnabled?.value).toBe(false);
    const portal = deriveFact(managedConfig, { portal: '{ "cloudService": { "enabled": true } }' });
    expect(portal.cloudEnabled).toEqual({ value: true, at: { entry: 'portal', line: 1 } });
  });
});

function stringsIn({ root }: ManagedConfig): readonly string[] {
  const list = memberAt(root, 'exclusionSettings', 'exclusions')?.value;
  const items = list?.kind === 'array' ? list.items : [];
  return items.map((item) => {
    const path = stringAt(item, 'path');
    return `${path?.value} ${path?.at.entry}:${path?.at.line}`;
  });
}

describe('mdatp.managed-file', () => {
  it('is told by two of its sections where its name says nothing', async () => {
    const settings =
      '{\n  "antivirusEngine": {\n    "enforcementLevel": "passive"\n  },\n  "cloudService": {\n  }\n}\n';
    expect((await factInBundle(managedConfig, { 'settings.txt': settings }))?.enforcementLevel).toEqual({
      value: 'passive',
      at: { entry: 'settings.txt', line: 3 },
    });
  });
});
