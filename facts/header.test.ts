import { describe, expect, it } from 'vitest';
import type { HostHeader } from '../engine/api/index.ts';
import { parseFact } from '../test/harness/parse-fact.ts';
import { header } from './header.ts';
import { uname, type Uname } from './kernel/uname.ts';
import { analyzerXml, type AnalyzerXml } from './mdatp/analyzer-xml.ts';
import { health, type Health } from './mdatp/health.ts';

function derive(facts: Readonly<Record<string, unknown>>): HostHeader {
  const { plan } = header;
  if (plan.kind !== 'derived') throw new Error('no derived fact');
  return plan.derive(facts, () => undefined);
}

const AT = { entry: 'file', line: 1 };

describe('bundle.header', () => {
  it('gives what is known, the host first', () => {
    const found = derive({
      time: { at: '2026-03-14T12:00:00Z', basis: 'date', zoneKnown: true, place: AT },
      system: { name: { value: 'Red Hat Enterprise Linux 8.10', at: AT } },
      kernel: parseFact<Uname>(
        uname,
        'Linux web-03 4.18.0-553.el8_10.x86_64 #1 SMP Fri May 10 2024 x86_64 x86_64 x86_64 GNU/Linux\n',
      ).value,
      installed: { version: { value: '101.25062.0003', at: AT } },
      state: parseFact<Health>(health, 'healthy : false\n').value,
    });
    expect(found).toEqual({
      collectedAt: new Date('2026-03-14T12:00:00Z'),
      fields: [
        { id: 'name', label: 'Host', value: 'web-03' },
        { id: 'distribution', label: 'Distribution', value: 'Red Hat Enterprise Linux 8.10' },
        { id: 'kernel', label: 'Kernel', value: '4.18.0-553.el8_10.x86_64' },
        { id: 'architecture', label: 'Architecture', value: 'x86_64' },
        { id: 'agent', label: 'Agent', value: '101.25062.0003' },
        { id: 'health', label: 'Health', value: 'not healthy' },
      ],
    });
  });

  it('falls back on the summary of the client analyzer', () => {
    const summary = parseFact<AnalyzerXml>(
      analyzerXml,
      '<mdatp><device_info><host_name>db-01</host_name><architecture>x86_64</architecture></device_info></mdatp>',
    ).value;
    expect(derive({ summary })).toEqual({
      fields: [
        { id: 'name', label: 'Host', value: 'db-01' },
        { id: 'architecture', label: 'Architecture', value: 'x86_64' },
      ],
    });
  });

  it('is empty where nothing is known', () => {
    expect(derive({})).toEqual({ fields: [] });
  });
});
