import { describe, expect, it } from 'vitest';
import { factInBundle } from '../../test/harness/fact-in-bundle.ts';
import { initSystem, type InitSystem } from './init-system.ts';

const HEADER = 'USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND\n';
const row = (pid: number, command: string): string =>
  `root ${pid} 0.0 0.0 100 50 ? Ss 09:00 0:01 ${command}\n`;
const ps = (...commands: readonly string[]): string =>
  HEADER + commands.map((command, index) => row(index + 1, command)).join('');

const initOf = (files: Readonly<Record<string, string>>): Promise<InitSystem | undefined> =>
  factInBundle<InitSystem>(initSystem, files);

describe('host.init-system', () => {
  it('is systemd where process 1 is', async () => {
    const found = await initOf({ ps: ps('/usr/lib/systemd/systemd --switched-root --system') });
    expect(found?.name).toEqual({ value: 'systemd', at: { entry: 'ps', line: 2 } });
  });

  it('is systemd where /sbin/init runs beside its journal', async () => {
    const found = await initOf({ ps: ps('/sbin/init splash', '/lib/systemd/systemd-journald') });
    expect(found?.name?.value).toBe('systemd');
  });

  it('is systemd where units are listed', async () => {
    const units = '  UNIT LOAD ACTIVE SUB DESCRIPTION\n  ssh.service loaded active running OpenSSH\n';
    const found = await initOf({ 'systemctl_list-units': units, ps: ps('/sbin/init', '[kthreadd]') });
    expect(found?.name).toEqual({ value: 'systemd', at: { entry: 'systemctl_list-units', line: 2 } });
  });

  it('is upstart, System V or unknown by its companions', async () => {
    expect((await initOf({ ps: ps('/sbin/init', 'upstart-udev-bridge --daemon') }))?.name?.value).toBe(
      'upstart',
    );
    expect((await initOf({ ps: ps('init [3]', '[kthreadd]') }))?.name?.value).toBe('sysvinit');
    expect((await initOf({ ps: ps('/sbin/init', '[kthreadd]', '/sbin/udevd') }))?.name?.value).toBe('init');
  });

  it('is not told by a short list of processes', async () => {
    expect((await initOf({ ps: ps('/sbin/init', '/usr/sbin/sshd -D') }))?.name).toBeUndefined();
  });

  it('names the workload that is process 1', async () => {
    const found = await initOf({ ps: ps('nginx: master process nginx -g daemon off;') });
    expect(found?.workload).toEqual({ value: 'nginx', at: { entry: 'ps', line: 2 } });
    expect(found?.name).toBeUndefined();
  });
});
