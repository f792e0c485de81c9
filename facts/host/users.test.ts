import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { hostUsers, type HostUsers } from './users.ts';

const parse = (text: string): HostUsers => parseFact<HostUsers>(hostUsers, text).value;

describe('host.users', () => {
  it('reads a passwd file', () => {
    expect(
      parse('root:x:0:0:root:/root:/bin/bash\nmdatp:x:997:995::/home/mdatp:/usr/sbin/nologin\n'),
    ).toEqual({
      users: [
        {
          value: { name: 'root', uid: 0, gid: 0, home: '/root', shell: '/bin/bash' },
          at: { entry: 'file', line: 1 },
        },
        {
          value: { name: 'mdatp', uid: 997, gid: 995, home: '/home/mdatp', shell: '/usr/sbin/nologin' },
          at: { entry: 'file', line: 2 },
        },
      ],
      complete: true,
    });
  });

  it('takes an empty shell for /bin/sh', () => {
    expect(parse('root:x:0:0::/root:\n').users[0]?.value.shell).toBe('/bin/sh');
  });

  it('leaves comments and lines of directory services out', () => {
    expect(parse('#local\nroot:x:0:0::/root:/bin/sh\n+::::::\n').users).toHaveLength(1);
  });

  it('calls a list without root a part of the users', () => {
    expect(() => parse('app:x:1001:1001::/home/app:/bin/bash\n')).toThrow('holds a part of the users');
  });

  it('takes the line of mdatp from a part of the users', () => {
    const { users, complete } = parse('mdatp:x:997:995::/home/mdatp:/usr/sbin/nologin\n');
    expect([users.length, complete]).toEqual([1, false]);
  });

  it('refuses a text without users', () => {
    expect(() => parse('uid=0(root) gid=0(root)\n')).toThrow('names no user');
  });
});
