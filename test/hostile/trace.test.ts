import { describe, expect, it } from 'vitest';

import { foreignCalls } from './trace.ts';

const foreign = (line: string): boolean => foreignCalls(line, '/tmp/own').length > 0;

describe('foreignCalls', () => {
  it.each([
    'openat(AT_FDCWD, "/etc/cron.d/x", O_WRONLY|O_CREAT|O_TRUNC, 0666) = 17',
    '4242 openat(AT_FDCWD, "x.log", O_RDWR|O_CREAT, 0600 <unfinished ...>',
    '4242  mkdir("/tmp/other", 0777) = 0',
    '4242  rename("/tmp/own/a", "/home/b") = 0',
    '4242  symlink("/etc", "/tmp/own/x") = 0',
    '4242  unlink("/tmp/owner/x") = -1 ENOENT',
    '4242  openat(AT_FDCWD, "/etc/shadow", O_RDONLY) = 3',
    '4242  connect(17, {sa_family=AF_INET, sin_port=htons(9), sin_addr=inet_addr("127.0.0.1")}, 16) = 0',
  ])('names %s', (line) => {
    expect(foreign(line)).toBe(true);
  });

  it.each([
    '4242 openat(AT_FDCWD, "/tmp/own/bundlescope-1/0", O_RDWR|O_CREAT|O_EXCL, 0600) = 17',
    '4242 unlink("/tmp/own/bundlescope-1/0") = 0',
    '4242 openat(AT_FDCWD, "/etc/ssl/openssl.cnf", O_RDONLY) = 3',
    '4242 openat(AT_FDCWD, "/dev/null", O_RDWR) = 3',
    '4242 connect(17, {sa_family=AF_UNIX, sun_path="/run/x"}, 110) = -1 ENOENT',
    '4242 +++ exited with 0 +++',
  ])('passes over %s', (line) => {
    expect(foreign(line)).toBe(false);
  });
});
