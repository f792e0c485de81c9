import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { insideContainer } from './inside-container.ts';

const HEADER = 'USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND\n';

testAnalyzer(insideContainer, {
  found: [
    {
      name: 'a container of docker, by its mounts and its groups',
      files: {
        mount: 'overlay on / type overlay (rw,lowerdir=/var/lib/docker/overlay2/l/AB)\n',
        proc_1_cgroup: '12:memory:/docker/0c4a52ae9f0d17b1\n',
        ps: `${HEADER}root 1 0.0 0.0 100 50 ? Ss 09:00 0:01 /bin/bash\n`,
      },
      findings: [
        {
          text: 'The bundle was collected inside a container (docker)',
          at: ['proc_1_cgroup:1', 'mount:1'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'a file that the engine leaves',
      files: { '.dockerenv': '', mount: '/dev/sda1 on /etc/hosts type ext4 (rw)\n' },
      findings: [{ text: 'The bundle was collected inside a container (docker)', at: ['.dockerenv'] }],
    },
    {
      name: 'nothing but a workload as process 1',
      files: { ps: `${HEADER}app 1 0.0 0.0 100 50 ? Ss 09:00 0:01 node server.js\n` },
      findings: [
        {
          text: 'A program of the workload is process 1, as in a container',
          at: ['ps:2'],
          severity: 'medium',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'a host that runs containers',
      files: {
        mount:
          '/dev/sda2 on / type xfs (rw)\noverlay on /var/lib/containers/storage/overlay/x/merged type overlay (rw,lowerdir=/var/lib/containers/storage/overlay/l/AB)\n',
        proc_1_cgroup: '0::/init.scope\n',
        'systemd-detect-virt': 'kvm\n',
      },
    },
    {
      name: 'a root that is an overlay without a container, as on a read-only image',
      files: {
        mount: 'overlayroot on / type overlay (rw,lowerdir=/media/root-ro,upperdir=/media/root-rw)\n',
      },
    },
    {
      name: 'a rescue shell as process 1, beside the threads of the kernel',
      files: {
        ps: `${HEADER}root 1 0.0 0.0 100 50 ? Ss 09:00 0:01 /bin/sh\nroot 2 0.0 0.0 0 0 ? S 09:00 0:00 [kthreadd]\n`,
      },
    },
  ],
  blocked: [{ name: 'nothing tells', files: { uname: 'Linux a 5.4.0-1 #1\n' }, missing: ['host.container'] }],
  notApplicable: [
    {
      name: 'no agent in the container',
      files: {
        '.dockerenv': '',
        'installed-debs': 'Desired=Unknown/Install/Remove/Purge/Hold\nii  bash  5.1  amd64  shell\n',
      },
      reason: 'The agent is not installed on this host.',
    },
  ],
});
