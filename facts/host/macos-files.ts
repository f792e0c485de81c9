import { entriesFact, type Place } from '../../engine/api/index.ts';

export interface MacosFiles {
  readonly files: readonly Place[];
}

const FOLDERS = [
  'Library/Logs/Microsoft/mdatp/**',
  'Library/Application Support/Microsoft/Defender/**',
] as const;

/** Files of the agent where macOS keeps them. */
export const macosFiles = entriesFact<MacosFiles>({
  name: 'host.macos-files',
  describes: 'Files of the agent by their paths on macOS',
  from: {
    'client-analyzer': [...FOLDERS, ...FOLDERS.map((folder) => `mde_diagnostic.zip!/${folder}`)],
    plain: FOLDERS,
  },
  read: (entries) => ({ files: entries.map(({ path }) => ({ entry: path })).toArray() }),
});
