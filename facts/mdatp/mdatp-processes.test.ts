import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { processList } from '../process/process-list.ts';
import { mdatpProcesses, type MdatpProcesses } from './mdatp-processes.ts';

function derive(...commands: readonly string[]): MdatpProcesses {
  const { plan } = mdatpProcesses;
  if (plan.kind !== 'derived') throw new Error('no derived fact');
  const rows = commands.map((command, index) => `root ${index + 1} 0 0 10:00 ? 00:00:00 ${command}\n`);
  const list = parseFact(processList, `UID PID PPID C STIME TTY TIME CMD\n${rows.join('')}`).value;
  return plan.derive({ list }, () => undefined);
}

describe('mdatp.processes', () => {
  it('tells the parts of the agent by their arguments', () => {
    const { processes } = derive(
      '/opt/microsoft/mdatp/sbin/wdavdaemon',
      '/opt/microsoft/mdatp/sbin/wdavdaemon edr 16 15 --log_level info',
      '/opt/microsoft/mdatp/sbin/wdavdaemon unprivileged 21 20 22 --log_level info',
      '/opt/microsoft/mdatp/sbin/telemetryd_v2 33',
      '/usr/bin/crashpad_handler --database=/var/opt/microsoft/mdatp/crash',
      '/opt/chrome/crashpad_handler --database=/tmp',
    );
    expect(processes.map(({ value }) => value.role)).toEqual([
      'daemon',
      'edr',
      'antivirus',
      'telemetry',
      'crash-handler',
    ]);
  });

  it('keeps where the daemon lies', () => {
    expect(derive('/data/microsoft_mdatp/opt/microsoft/mdatp/sbin/wdavdaemon').processes[0]).toEqual({
      value: {
        role: 'daemon',
        pid: 1,
        user: 'root',
        program: '/data/microsoft_mdatp/opt/microsoft/mdatp/sbin/wdavdaemon',
        command: '/data/microsoft_mdatp/opt/microsoft/mdatp/sbin/wdavdaemon',
      },
      at: { entry: 'file', line: 2 },
    });
  });

  it('leaves out who only names the daemon', () => {
    expect(derive('grep wdavdaemon', 'vim /opt/microsoft/mdatp/sbin/wdavdaemon').processes).toEqual([]);
  });

  it('knows whether ps showed arguments', () => {
    expect(derive('wdavdaemon', 'sshd').hasArguments).toBe(false);
    expect(derive('wdavdaemon edr 1 2').hasArguments).toBe(true);
  });
});
