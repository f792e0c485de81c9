import { describe, expect, it } from 'vitest';
import { deriveFact } from '../../test/harness/derive-fact.ts';
import { mdatpUser, type MdatpUser } from './mdatp-user.ts';

const derive = (texts: Readonly<Record<string, string>>): MdatpUser =>
  deriveFact<MdatpUser>(mdatpUser, texts);

const ROOT = 'root:x:0:0:root:/root:/bin/bash\n';
const PS = 'UID PID PPID C STIME TTY TIME CMD\n';

describe('mdatp.user', () => {
  it('takes numbers from id and the shell from the list of users', () => {
    expect(
      derive({
        id: 'uid=997(mdatp) gid=995(mdatp) groups=995(mdatp)\n',
        users: `${ROOT}mdatp:x:997:995::/home/mdatp:/usr/sbin/nologin\n`,
      }),
    ).toEqual({
      uid: { value: 997, at: { entry: 'id', line: 1 } },
      gid: { value: 995, at: { entry: 'id', line: 1 } },
      shell: { value: '/usr/sbin/nologin', at: { entry: 'users', line: 2 } },
      missing: undefined,
    });
  });

  it('knows the user to be missing from a whole list', () => {
    expect(derive({ users: `${ROOT}bin:x:1:1:bin:/bin:/sbin/nologin\n` }).missing).toEqual({
      value: 'mdatp is not in the list of users',
      at: { entry: 'users', line: 2 },
    });
  });

  it('lets a process that runs as mdatp prove the user that a directory service knows', () => {
    const processes = `${PS}mdatp 9 1 0 10:00 ? 00:00:00 /opt/microsoft/mdatp/sbin/wdavdaemon unprivileged\n`;
    expect(derive({ users: ROOT, processes }).missing).toBeUndefined();
  });

  it('says nothing where no input tells of the user', () => {
    expect(() => derive({ processes: `${PS}root 1 0 0 10:00 ? 00:00:00 /sbin/init\n` })).toThrow(
      'nothing tells of the user mdatp',
    );
  });
});
