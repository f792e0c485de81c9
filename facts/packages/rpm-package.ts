/** One package of an RPM system. */
export interface RpmPackage {
  readonly name: string;
  /** Without the epoch. */
  readonly version: string;
  readonly release: string;
  readonly arch?: string;
}

const ARCHITECTURES: ReadonlySet<string> = new Set(
  'noarch x86_64 i386 i486 i586 i686 aarch64 armv7hl armv7l ppc ppc64 ppc64le s390 s390x ia64 riscv64 src'.split(
    ' ',
  ),
);

/** A package as `rpm -qa` writes it; further columns behind it are left out. */
export function nvraPackage(line: string): RpmPackage | undefined {
  const [token = ''] = line.split(/\s/u, 1);
  const dot = token.lastIndexOf('.');
  const ending = token.slice(dot + 1);
  const hasArch = dot > 0 && (ARCHITECTURES.has(ending) || ending === '(none)');
  const nvr = hasArch ? token.slice(0, dot) : token;
  const releaseAt = nvr.lastIndexOf('-');
  const versionAt = nvr.lastIndexOf('-', releaseAt - 1);
  if (versionAt < 1 || releaseAt === nvr.length - 1) return undefined;
  const version = withoutEpoch(nvr.slice(versionAt + 1, releaseAt));
  // "32:bind-9.16.23-1.el9.x86_64": some listings put the epoch first
  const name = withoutEpoch(nvr.slice(0, versionAt));
  if (version === '' || !/^[\p{L}\d][^:/\\,;=()[\]{}<>"']*$/u.test(name) || !/^[\p{L}\d]/u.test(version))
    return undefined;
  return {
    name,
    version,
    release: nvr.slice(releaseAt + 1),
    ...(hasArch && ending !== '(none)' ? { arch: ending } : {}),
  };
}

/** A row of the table in a supportconfig: `bash   SUSE Linux Enterprise 15   4.4-150400.25.22`. */
export function tablePackage(line: string): RpmPackage | undefined {
  const cells = line.split(/\s+/u);
  const [name] = cells;
  const last = cells.at(-1);
  const cut = last?.lastIndexOf('-') ?? -1;
  if (!name || !last || cells.length < 2 || cut < 1 || !/^[\p{L}\d]/u.test(last)) return undefined;
  if (/^(?:error|warning):$/u.test(name)) return undefined;
  return { name, version: withoutEpoch(last.slice(0, cut)), release: last.slice(cut + 1) };
}

/** A package as one JSON object: `{"name": "bash", "version": "5.1.8", "release": "6.el9", "arch": "x86_64"}`. */
export function jsonPackage(line: string): RpmPackage | undefined {
  const record = jsonObject(line);
  const { name, version, release, arch } = record;
  if (typeof name !== 'string' || typeof version !== 'string' || typeof release !== 'string')
    return undefined;
  const isKnown = typeof arch === 'string' && arch !== '(none)';
  return { name, version: withoutEpoch(version), release, ...(isKnown ? { arch } : {}) };
}

interface JsonPackage {
  readonly name?: unknown;
  readonly version?: unknown;
  readonly release?: unknown;
  readonly arch?: unknown;
}

function jsonObject(line: string): JsonPackage {
  try {
    const parsed: unknown = JSON.parse(line);
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch {
    // The line is then counted among those that name no package.
    return {};
  }
}

function withoutEpoch(text: string): string {
  return text.replace(/^(?:\d{1,9}|\(none\)):/u, '');
}
