import type { Located } from '../../engine/api/index.ts';
import type { Distribution } from '../../facts/host/distribution.ts';
import type { Uname } from '../../facts/kernel/uname.ts';
import type { EbpfHarm } from '../knowledge/ebpf.ts';

/** What shows that a host is one of those in a row: its kernel, or its release. Undefined where it is not. */
export function signOfHarm(
  row: EbpfHarm,
  host: Distribution | undefined,
  kernel: Uname | undefined,
): Located<string> | undefined {
  if (host && host.id.value !== row.distribution) return undefined;
  if (row.release !== undefined && (!host || `${host.major}.${host.minor}` !== row.release)) return undefined;
  if (!row.kernels) return host?.version;
  const release = kernel?.release;
  if (!release) return undefined;
  // 5.15.0-0.30.20.el8uek.x86_64
  return row.kernels.some((one) => release.value === one || release.value.startsWith(`${one}.`))
    ? release
    : undefined;
}
