import { z } from 'zod';

import { defineKnowledge } from '../../engine/api/index.ts';
import { rowShape } from './row.ts';

const row = rowShape({
  runtime: z.string(),
  /** Programs that run it. */
  processes: z.array(z.string()),
  /** Folders below which it keeps the file systems of containers. */
  stores: z.array(z.string()),
});

/** A program that runs containers on a host, or the agent of a cluster beside it. */
export type ContainerRuntime = z.infer<typeof row>;

export const containerRuntimes = defineKnowledge({
  name: 'container-runtimes',
  describes: 'Programs that run containers, and the folders in which they keep them',
  sources: {
    projects: { document: 'Documentation of the projects, collected', date: '2026-11' },
  },
  row,
  rows: [
    { runtime: 'Docker', processes: ['dockerd'], stores: ['/var/lib/docker'], source: 'projects' },
    {
      runtime: 'containerd',
      processes: ['containerd'],
      stores: ['/run/containerd', '/var/lib/containerd'],
      source: 'projects',
    },
    { runtime: 'kubelet', processes: ['kubelet'], stores: ['/var/lib/kubelet'], source: 'projects' },
    { runtime: 'CRI-O', processes: ['crio'], stores: [], source: 'projects' },
    // Stands beside each container of Podman and of CRI-O.
    { runtime: 'conmon', processes: ['conmon'], stores: [], source: 'projects' },
    {
      runtime: 'Podman',
      processes: ['podman'],
      stores: ['/var/lib/containers'],
      source: 'projects',
    },
    {
      runtime: 'K3s',
      processes: ['k3s', 'k3s-server', 'k3s-agent'],
      stores: ['/run/k3s', '/var/lib/rancher/k3s'],
      source: 'projects',
    },
  ],
});
