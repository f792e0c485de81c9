import { describe, expect, it } from 'vitest';
import { readLines } from '../../test/harness/read-lines.ts';
import { auditMessages } from './audit-messages.ts';

describe('audit.messages', () => {
  it('keeps each error once, with the place that it names', () => {
    const text = `augenrules[688]: Error sending add rule data request (Rule exists)
augenrules[688]: There was an error in line 9 of /etc/audit/audit.rules
augenrules[700]: Error sending add rule data request (Rule exists)
`;
    expect(
      readLines(auditMessages, { messages: text }).loadErrors.map(({ value, at }) => [at.line, value]),
    ).toEqual([
      [1, { reason: 'Error sending add rule data request (Rule exists)' }],
      [2, { reason: '', line: 9, file: '/etc/audit/audit.rules' }],
    ]);
  });

  it.each([
    ['status=0/SUCCESS', false],
    ['status=1/FAILURE', true],
  ])('reads how the last start went: %s', (status, failed) => {
    const text = `  Process: 690 ExecStartPost=/sbin/augenrules --load (code=exited, ${status})\n`;
    expect(readLines(auditMessages, { messages: text }).loadFailed?.value).toBe(failed);
  });

  it.each([
    'audispd: queue is full - dropping event',
    'auditd[812]: queue to plugins is full - dropping event',
    'auditd[812]: dispatch err (pipe full) event lost',
  ])('counts messages of a full queue: %s', (line) => {
    const { queueFull, queueFullCount } = readLines(auditMessages, { messages: `${line}\n${line}\n` });
    expect([queueFull?.value, queueFull?.at.line, queueFullCount]).toEqual([line, 1, 2]);
  });
});
