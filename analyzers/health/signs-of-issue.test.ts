import { describe, expect, it } from 'vitest';
import { judge } from '../../test/harness/test-analyzer.ts';
import { agentWithKnownIssue } from './agent-with-known-issue.ts';

const said = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> =>
  (await judge(agentWithKnownIssue, { files })).findings.map(({ message }) => message);

describe('signs of an issue', () => {
  it('needs a mount of FUSE', async () => {
    const files = { 'health.txt': 'app_version : "100.90.70"\n' };
    const hang = 'Agent 100.90.70: hosts with FUSE file systems can hang; mended in 101.25.72';
    expect(
      await said({
        ...files,
        'mount.txt': 'sshfs on /srv/a type fuse.sshfs (rw)\n/dev/sda1 on / type ext4 (rw)\n',
      }),
    ).toContain(hang);
    expect(
      await said({
        ...files,
        'mount.txt': 'fusectl on /sys/fs/fuse/connections type fusectl (rw)\n/dev/sda1 on / type ext4 (rw)\n',
      }),
    ).not.toContain(hang);
  });

  it('needs an agent on RHEL 6 that does not run', async () => {
    const files = {
      'health.txt': 'app_version : "101.23082.0006"\n',
      'redhat-release': 'Red Hat Enterprise Linux Server release 6.9 (Santiago)\n',
      'service_status.txt': 'mdatp stop/waiting\n',
    };
    expect(await said(files)).toEqual([
      'Agent 101.23082.0006: it does not start on RHEL and CentOS 6; mended in 101.23082.0011',
    ]);
  });

  it('needs packages of rpm for the database of rpm', async () => {
    const version = { 'health.txt': 'app_version : "101.98.89"\n' };
    const damaged =
      'Agent 101.98.89: its inventory of vulnerabilities can damage the database of rpm; mended in 101.23062.0010';
    expect(await said({ ...version, 'os-release': 'ID=rhel\nVERSION_ID="8.8"\nNAME="RHEL"\n' })).toEqual([
      damaged,
    ]);
    expect(await said({ ...version, 'os-release': 'ID=debian\nVERSION_ID="12"\nNAME="Debian"\n' })).toEqual(
      [],
    );
  });
});
