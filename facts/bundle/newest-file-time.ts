import { entriesFact, NotCollectedError, type EntryInfo } from '../../engine/api/index.ts';
import { isPlausible } from './written-time.ts';

export interface NewestFileTime {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The file that was changed last. */
  readonly entry: string;
}

/** What is larger is a log or a dump, which may be changed long after the rest was collected. */
const SMALL_FILE_BYTES = 4 * 1024 * 1024;

// health.txt · installed-rpms · sos_commands/kernel/uname_-a: what collectors write themselves
const COLLECTED = /\.(?:txt|xml|json|html|log)$|(?:^|\/)sos_commands\/|(?:^|\/)[^./]+$/iu;

/**
 * When the newest small file of the bundle was changed, as the container says. Loose files are left out: copying
 * them gives them the time of the copy.
 */
export const newestFileTime = entriesFact<NewestFileTime>({
  name: 'bundle.newest-file-time',
  describes: 'Time of the newest small file of the bundle',
  from: {
    'client-analyzer': '**',
    'mdatp-diagnostic': '**',
    sosreport: '**',
    supportconfig: '**',
  },
  read(entries): NewestFileTime {
    let newest: { readonly at: Date; readonly entry: string } | undefined;
    for (const { path, modified } of entries.filter(isSmallFile)) {
      if (modified && isPlausible(modified) && (!newest || modified > newest.at))
        newest = { at: modified, entry: path };
    }
    if (!newest) throw new NotCollectedError('no file of the bundle has a time of change');
    return { at: newest.at.toISOString(), entry: newest.entry };
  },
});

function isSmallFile({ kind, size, path }: EntryInfo): boolean {
  return kind === 'file' && size <= SMALL_FILE_BYTES && COLLECTED.test(path);
}
