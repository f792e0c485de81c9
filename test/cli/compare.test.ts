import { describe, expect, it } from 'vitest';

import type { Comparison } from '../../report/compare/compare.ts';
import { packSample } from '../harness/pack-sample.ts';
import { runCli } from '../harness/run-cli.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { healthy } from './bundles.ts';

const folder = temporaryFolder();
const ILL = 'ill-rhel-8.10';
const REPAIRED = 'repaired-rhel-8.10';
const packed = (name: string): string => folder.write(`${name}.zip`, packSample(name));

interface ComparisonFile {
  readonly comparisons: readonly Comparison[];
}

async function compared(old: string, now: string): Promise<Comparison> {
  const { stdout, stderr } = await runCli(['compare', old, now, '--format', 'json', '--no-settings']);
  expect(stderr).toBe('');
  const [only, ...others] = (JSON.parse(stdout) as ComparisonFile).comparisons;
  expect(others).toEqual([]);
  if (!only) throw new Error('nothing was compared');
  return only;
}

describe('compare', () => {
  it('tells what a repair has mended, what it has not, and what it broke', async () => {
    const { caveats, findings, facts, files } = await compared(packed(ILL), packed(REPAIRED));
    expect(caveats).toEqual([]);
    expect(findings.appeared.map(({ finding }) => finding.message)).toEqual([
      'The folder /home/ is excluded, where every user may put files',
    ]);
    expect(findings.gone).toHaveLength(21);
    expect(findings.gone.every(({ looked }) => looked)).toBe(true);
    expect(findings.same.map(({ analyzer }) => analyzer)).toEqual([
      'exclusions/dangerous-extension',
      'filesystem/unprotected-filesystem',
      'events/missing-file-events',
      'filesystem/unprotected-filesystem',
      'filesystem/custom-scan-only',
      'health/tamper-protection-off',
      'performance/tainted-kernel',
    ]);
    expect([findings.severity, findings.reworded]).toEqual([[], []]);
    const space = facts?.find(({ name }) => name === 'storage.disk-space');
    expect(space?.changes).toContainEqual({
      ...{ key: '/dev/mapper/rhel-var', column: 'usedPercent' },
      ...{ old: '97 %', new: '35 %' },
    });
    expect(files).toEqual({ onlyOld: [], onlyNew: [] });
  });

  it('finds no difference between a bundle and itself', async () => {
    const path = packed(ILL);
    const { findings, facts, files } = await compared(path, path);
    expect([findings.appeared, findings.gone, findings.severity, findings.reworded]).toEqual([
      [],
      [],
      [],
      [],
    ]);
    expect([facts, files]).toEqual([[], { onlyOld: [], onlyNew: [] }]);
  });

  it('mirrors itself when the two change places', async () => {
    const there = await compared(packed(ILL), packed(REPAIRED));
    const back = await compared(packed(REPAIRED), packed(ILL));
    const prints = (list: Comparison['findings']['gone']): readonly string[] =>
      list.map(({ finding }) => finding.fingerprint).sort();
    expect(prints(back.findings.appeared)).toEqual(prints(there.findings.gone));
    expect(prints(back.findings.gone)).toEqual(prints(there.findings.appeared));
    expect(back.caveats).toEqual(['reversed']);
  });

  it('says it in words, and ends with 1 where something new was asked to fail', async () => {
    const { stdout, code } = await runCli(['compare', packed(ILL), packed(REPAIRED), '--fail-on', 'new']);
    expect(code).toBe(1);
    expect(stdout).toContain('\nNew (1)\n');
    expect(stdout).toContain('\nGone (21)\n');
    expect(stdout).toContain('mode: -rw-r--r-- → -rwxr-xr-x');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(
      '  1 new finding · 21 gone · none changed · 7 as before',
    );
    const same = await runCli(['compare', packed(ILL), packed(ILL), '--fail-on', 'new']);
    expect(same.code).toBe(0);
  });

  it('compares two hosts and two kinds, and says so', async () => {
    const { stdout } = await runCli(['compare', packed(ILL), packed('proxy-debian-12')]);
    expect(stdout).toContain('These are two hosts: db-01.example and app-07.');
    expect(stdout).toContain('two kinds, client-analyzer and sosreport');
    expect(stdout).toMatch(/Not looked at this time \(\d+\)/u);
  });

  it('pairs the hosts of an archive by their names, and names those that only one side has', async () => {
    const three = folder.write('three.zip', packSample('three-hosts'));
    const { stdout, code } = await runCli([
      'compare',
      three,
      folder.write('one.zip', healthy()),
      '--format',
      'json',
    ]);
    expect(code).toBe(0);
    const { comparisons, onlyOld, onlyNew } = JSON.parse(stdout) as ComparisonFile & {
      readonly onlyOld: readonly string[];
      readonly onlyNew: readonly string[];
    };
    expect([comparisons.length, onlyOld.length, onlyNew.length]).toEqual([0, 3, 1]);
  });

  it('ends with 3 where one of the two is no bundle', async () => {
    const text = folder.write('notes.txt', 'nothing of interest\n');
    const { code, stderr } = await runCli(['compare', text, packed(ILL)]);
    expect(code).toBe(3);
    expect(stderr).toContain('notes.txt');
  });
});
