import { describe, expect, it } from 'vitest';

import type { ReportFile } from '../../engine/api/index.ts';
import { endOf, runCli, startCli } from '../harness/run-cli.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { ill, UNHEALTHY } from './bundles.ts';

const folder = temporaryFolder();

describe('pipes', () => {
  it('a reader that goes away ends nothing and is not spoken of', async () => {
    const child = startCli(['analyze', folder.write('ill.zip', ill())]);
    // As `| head -1` does, only sooner: nobody reads at all.
    child.stdout.destroy();
    child.stdin.end();
    const { code, signal, stderr } = await endOf(child);
    expect([code, signal, stderr]).toEqual([0, null, '']);
  });

  it('an archive comes by standard input', async () => {
    const { code, stdout } = await runCli(['analyze', '-', '--format', 'json'], { input: ill() });
    expect(code).toBe(0);
    const [report] = reportsIn(stdout);
    expect(report?.bundle).toMatchObject({ name: 'standard input', kind: 'client-analyzer' });
  });

  it('the same archive gives the same findings from a file and by standard input', async () => {
    const file = await runCli(['analyze', folder.write('ill.zip', ill()), '--format', 'json']);
    const input = await runCli(['analyze', '-', '--format', 'json'], { input: ill() });
    expect(reportsIn(input.stdout)[0]?.findings).toEqual(reportsIn(file.stdout)[0]?.findings);
    expect(reportsIn(input.stdout)[0]?.bundle.sha256).toBe(reportsIn(file.stdout)[0]?.bundle.sha256);
  });

  it('a text comes by standard input and is known by its content', async () => {
    const { code, stdout } = await runCli(['analyze', '-'], { input: Buffer.from(UNHEALTHY) });
    expect(code).toBe(0);
    expect(stdout).toContain('stdin:1');
    expect(stdout).toContain('health/unhealthy-agent');
  });

  it('facts and entries read standard input too', async () => {
    const facts = await runCli(['facts', '-', 'mdatp.health'], { input: Buffer.from(UNHEALTHY) });
    expect(JSON.parse(facts.stdout)).toMatchObject([{ name: 'mdatp.health', status: 'known' }]);
    const entries = await runCli(['entries', '-'], { input: Buffer.from(UNHEALTHY) });
    expect(entries.stdout).toMatch(/^file +\d+ +stdin +← mdatp\.health/u);
  });
});

function reportsIn(json: string): ReportFile['reports'] {
  // Our own output; report/report-schema.test.ts checks its shape.
  return (JSON.parse(json) as ReportFile).reports;
}
