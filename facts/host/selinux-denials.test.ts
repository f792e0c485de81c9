import { describe, expect, it } from 'vitest';
import { readLines } from '../../test/harness/read-lines.ts';
import { selinuxDenials, type SelinuxDenials } from './selinux-denials.ts';

const read = (text: string): SelinuxDenials =>
  readLines<SelinuxDenials>(selinuxDenials, { 'audit.log': text });

const EXECMEM =
  'type=AVC msg=audit(1773489600.123:456): avc:  denied  { execmem } for  pid=1766 comm="wdavdaemon" scontext=system_u:system_r:init_t:s0 tcontext=system_u:system_r:init_t:s0 tclass=process permissive=0\n';

describe('host.selinux-denials', () => {
  it('reads what the agent was refused', () => {
    expect(read(EXECMEM)).toEqual({
      denials: [
        {
          value: {
            process: 'wdavdaemon',
            permissions: 'execmem',
            targetClass: 'process',
            targetType: 'init_t',
            permissive: false,
          },
          at: { entry: 'audit.log', line: 1 },
        },
      ],
      count: 1,
    });
  });

  it('keeps one row of each kind and counts all', () => {
    const { denials, count } = read(EXECMEM.repeat(3));
    expect([denials.length, count]).toEqual([1, 3]);
  });

  it('reads records of the journal and of ausearch -i', () => {
    const { denials } = read(
      'Mar 14 12:00:00 db-01 audit[1766]: AVC avc:  denied  { read open } for  pid=1766 comm="mdatp_audisp_pl" path="/etc/x" dev="dm-0" ino=1 scontext=a:b:auditd_t:s0 tcontext=a:b:etc_t:s0 tclass=file permissive=1\ntype=AVC msg=audit(03/14/2026 12:00:00.1:4) : avc:  denied  { getattr } for pid=9 comm=wdavdaemon name=shadow scontext=a:b:c_t:s0 tcontext=a:b:shadow_t:s0 tclass=file\n',
    );
    expect(
      denials.map(({ value }) => [value.process, value.permissions, value.target, value.permissive]),
    ).toEqual([
      ['mdatp_audisp_pl', 'read open', '/etc/x', true],
      ['wdavdaemon', 'getattr', 'shadow', undefined],
    ]);
  });

  it('reads that systemd may not start the daemon', () => {
    const { denials } = read(
      'type=AVC msg=audit(1.1:1): avc:  denied  { execute } for  pid=7 comm="(davdaemon)" name="wdavdaemon" dev="dm-0" scontext=a:b:init_t:s0 tcontext=a:b:default_t:s0 tclass=file permissive=0\n',
    );
    expect(denials[0]?.value).toMatchObject({ process: '(davdaemon)', targetType: 'default_t' });
  });

  it('leaves out refusals to others, and records that are none', () => {
    expect(
      read(
        'type=AVC msg=audit(1.1:1): avc:  denied  { read } for  pid=7 comm="logrotate" path="/opt/microsoft/mdatp/sbin/wdavdaemon" scontext=a:b:c:s0 tcontext=a:b:d:s0 tclass=file\ntype=SYSCALL msg=audit(1.1:2): syscall=59 comm="wdavdaemon" exe="/opt/microsoft/mdatp/sbin/wdavdaemon"\ntype=AVC msg=audit(1.1:3): avc:  granted  { execmem } for  pid=7 comm="wdavdaemon" tclass=process\n',
      ).count,
    ).toBe(0);
  });
});
