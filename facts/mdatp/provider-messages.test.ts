import { describe, expect, it } from 'vitest';
import { readLines } from '../../test/harness/read-lines.ts';
import { providerMessages } from './provider-messages.ts';

const log = (level: string, message: string): string =>
  `[1402][1544][2026-09-22 19:33:41.100069 UTC][${level}]: ${message}\n`;

describe('mdatp.provider-messages', () => {
  it('finds that audit is locked, in the form with a thread and in the one without', () => {
    const locked = "Cloud exclusions won't be applied, because auditd is in lockdown mode";
    const { auditLocked } = readLines(providerMessages, {
      'microsoft_defender_core_err.log': `${log('error', locked)}[9][2023-09-22 19:33:42.1 UTC][warning]: ${locked}\n`,
    });
    expect(auditLocked.map(({ value, at }) => [value.message, value.times, value.first, at.line])).toEqual([
      [locked, 2, '2026-09-22 19:33:41 UTC', 1],
    ]);
  });

  it('finds failures of eBPF, and no news of it', () => {
    const { bpfErrors } = readLines(providerMessages, {
      'microsoft_defender_core.log': [
        log('info', 'Supplementary event provider: ebpf'),
        log('info', 'Features merged with capabilities: {"ebpfSupplementaryEventProvider":"enabled"}'),
        log('info', 'No eBPF program failed'),
        log('warning', 'eBPF is switched off in the managed settings'),
        log('error', 'Failed to load eBPF program, falling back to netlink'),
        log('error', 'Upload of 58 events failed: HTTP 407'),
        'bpf: an error of somebody else\n',
      ].join(''),
    });
    expect(bpfErrors.map(({ value, at }) => [value.message, at.line])).toEqual([
      ['Failed to load eBPF program, falling back to netlink', 5],
    ]);
  });
});
