import { entriesFact, type EntryPath } from '../../engine/api/index.ts';

export interface CrashDump {
  readonly entry: EntryPath;
  readonly bytes: number;
  /** ISO 8601, UTC. */
  readonly modified: string | undefined;
}

export interface CrashDumps {
  /** Newest first. Empty where the folder of crashes is there and holds none. */
  readonly dumps: readonly CrashDump[];
}

const DUMPS_OF_HOST = [
  'var/opt/microsoft/mdatp/crash',
  'var/opt/microsoft/mdatp/crash/**',
  'var/opt/microsoft/mdatp/**/*.dmp',
  'var/log/microsoft/mdatp/**/*.dmp',
];

/** Dumps that a crash of the agent left; the client analyzer takes the newest of them along. */
export const crashDumps = entriesFact<CrashDumps>({
  name: 'mdatp.crash-dumps',
  describes: 'Crash dumps of the agent',
  collect: { title: 'client analyzer', command: 'sudo ./MDESupportTool -d' },
  from: {
    'client-analyzer': [
      'crashes',
      'crashes/**',
      'crashes.zip!/**',
      ...DUMPS_OF_HOST.map((path) => `mde_diagnostic.zip!/${path}`),
    ],
    'mdatp-diagnostic': DUMPS_OF_HOST,
    plain: ['crashes/**', '**/*.dmp', '*.dmp'],
  },
  read(entries): CrashDumps {
    const dumps = entries
      .filter(({ kind, path }) => kind === 'file' && /\.dmp(?:\.(?:gz|zip|xz))?$/iu.test(path))
      .map(({ path, size, modified }) => ({ entry: path, bytes: size, modified: modified?.toISOString() }))
      .toArray();
    return {
      dumps: dumps.sort((a, b) => compare(b.modified ?? '', a.modified ?? '') || compare(a.entry, b.entry)),
    };
  },
});

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
