import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { managedConfig, type ManagedConfig } from './managed-config.ts';

const parse = (text: string): ManagedConfig => parseFact<ManagedConfig>(managedConfig, text).value;

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
});
