import { describe, expect, it } from 'vitest';
import { factInBundle } from '../../test/harness/fact-in-bundle.ts';
import { container, type ContainerMark } from './container.ts';

const HEADER = 'USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND\n';

async function marksOf(
  files: Readonly<Record<string, string>>,
): Promise<readonly ContainerMark[] | undefined> {
  return (await factInBundle(container, files))?.marks;
}

describe('host.container', () => {
  it('takes the word of systemd', async () => {
    expect(await marksOf({ 'systemd-detect-virt': 'podman\n' })).toEqual([
      { engine: 'podman', at: { entry: 'systemd-detect-virt', line: 1 }, strong: true },
    ]);
  });

  it('sees the groups of process 1', async () => {
    const text = '12:memory:/docker/0c4a52ae9f0d17b1\n1:name=systemd:/docker/0c4a52ae9f0d17b1\n';
    expect(await marksOf({ proc_1_cgroup: text })).toEqual([
      { engine: 'docker', at: { entry: 'proc_1_cgroup', line: 1 }, strong: true },
    ]);
  });

  it('sees a root that is a layer of an image, and files of lxcfs', async () => {
    const text =
      'overlay on / type overlay (rw,relatime,lowerdir=/var/lib/docker/overlay2/l/AB,upperdir=/var/lib/docker/overlay2/x/diff)\nlxcfs on /proc/meminfo type fuse.lxcfs (rw)\n';
    expect((await marksOf({ mount: text }))?.map(({ engine }) => engine)).toEqual(['docker', 'lxc']);
  });

  it('sees a workload as process 1, which is no proof', async () => {
    const ps = `${HEADER}root 1 0.0 0.0 100 50 ? Ss 09:00 0:01 /usr/bin/tini -- app\n`;
    expect(await marksOf({ ps })).toEqual([
      { engine: 'container', at: { entry: 'ps', line: 2 }, strong: false },
    ]);
  });

  it('sees nothing on a host that runs containers', async () => {
    const files = {
      proc_1_cgroup: '0::/init.scope\n',
      'systemd-detect-virt': 'vmware\n',
      mount:
        '/dev/sda1 on / type ext4 (rw)\noverlay on /var/lib/docker/overlay2/x/merged type overlay (rw,lowerdir=/var/lib/docker/overlay2/l/AB)\nlxcfs on /var/lib/lxcfs type fuse.lxcfs (rw)\n',
      ps: `${HEADER}root 1 0.0 0.0 100 50 ? Ss 09:00 0:01 /bin/bash\nroot 2 0.0 0.0 0 0 ? S 09:00 0:01 [kthreadd]\n`,
    };
    expect(await marksOf(files)).toEqual([]);
  });

  it('is not known where nothing tells', async () => {
    expect(await marksOf({ 'uname.txt': 'Linux db-01 5.14.0 #1 SMP x86_64 GNU/Linux\n' })).toBeUndefined();
  });
});
