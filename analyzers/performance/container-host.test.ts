import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { containerHost } from './container-host.ts';

const ps = (...commands: readonly string[]): string =>
  `UID PID PPID C STIME TTY TIME CMD\nroot 1 0 0 10:00 ? 00:00:00 /sbin/init\n${commands.map((one, index) => `root ${index + 20} 1 0 10:00 ? 00:00:00 ${one}\n`).join('')}`;
const ROOT = '/dev/sda1 on / type ext4 (rw,relatime)\n';
const OVERLAY =
  'overlay on /var/lib/docker/overlay2/4f1c/merged type overlay (rw,relatime,lowerdir=/var/lib/docker/overlay2/l/A)\n';

testAnalyzer(containerHost, {
  found: [
    {
      name: 'Docker with one container',
      files: { ps: ps('/usr/bin/containerd', '/usr/bin/dockerd -H fd://'), mount: `${ROOT}${OVERLAY}` },
      findings: [
        {
          text: 'The host runs containers (Docker, containerd), 1 of which have their file system mounted',
          at: ['ps:4', 'ps:3', 'mount:2'],
          severity: 'info',
        },
      ],
    },
    {
      name: 'mounts alone',
      files: { mount: `${ROOT}${OVERLAY}` },
      findings: [
        {
          text: 'The host runs containers (overlay mounts), 1 of which have their file system mounted',
          at: ['mount:2'],
        },
      ],
    },
    {
      name: 'the folder of the runtime is excluded',
      files: {
        ps: ps('/usr/bin/dockerd'),
        'exclusions.txt': 'Excluded folder\nPath: "/var/lib/docker/"\nScope: ["epp"]\n',
      },
      findings: [
        {
          text: 'The host runs containers (Docker), and /var/lib/docker/ is excluded: what they run from there is not scanned',
          at: ['ps:3', 'exclusions.txt:2'],
        },
      ],
    },
  ],
  clean: [
    { name: 'no runtime', files: { ps: ps('/usr/sbin/sshd -D'), mount: ROOT } },
    {
      name: 'an overlay that is no container',
      files: {
        ps: ps(),
        mount: `${ROOT}overlay on /media/root-rw type overlay (rw,lowerdir=/media/root-ro)\n`,
      },
    },
    { name: 'a user who looks at a log of docker', files: { ps: ps('less /var/log/dockerd') } },
  ],
  blocked: [
    {
      name: 'no processes, and mounts that show none',
      files: { mount: ROOT },
      reason: 'The processes of the host are not in the bundle.',
    },
  ],
  notApplicable: [
    {
      name: 'a host without the agent',
      files: {
        'mde.xml': '<mdatp><device_info><MDATP_Status>Not Installed</MDATP_Status></device_info></mdatp>',
        'process_information.txt': ps('/usr/bin/dockerd'),
      },
    },
  ],
});
