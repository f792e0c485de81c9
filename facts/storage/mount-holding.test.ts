import { describe, expect, it } from 'vitest';
import { hasOption, mountHolding } from './mount-holding.ts';
import type { Mount } from './mount-line.ts';

const mount = (target: string, source: string, type = 'ext4') => ({
  value: { target, source, type, options: 'rw' } satisfies Mount,
  at: { entry: 'mount', line: 1 },
});

describe('mountHolding', () => {
  const mounts = [
    mount('/', 'rootfs', 'rootfs'),
    mount('/', '/dev/sda1'),
    mount('/var', '/dev/sdb1'),
    mount('/var', '/dev/sdc1'),
    mount('/opt', 'systemd-1', 'autofs'),
  ];

  it('takes the longest folder above the path, whole parts only', () => {
    expect(mountHolding(mounts, '/variable')?.value.source).toBe('/dev/sda1');
  });

  it('takes the last of several on one folder', () => {
    expect(mountHolding(mounts, '/var/log')?.value.source).toBe('/dev/sdc1');
  });

  it('leaves out what only waits for a mount', () => {
    expect(mountHolding(mounts, '/opt/microsoft')?.value.source).toBe('/dev/sda1');
  });
});

describe('hasOption', () => {
  it('compares whole options', () => {
    const options = 'rw,relatime,errors=remount-ro';
    expect(hasOption({ ...mount('/', 'x').value, options }, 'ro')).toBe(false);
    expect(hasOption({ ...mount('/', 'x').value, options }, 'rw')).toBe(true);
  });
});
