import { entriesFact, type EntryPath } from '../../engine/api/index.ts';
import { hostFile } from '../places.ts';

export interface ContainerFiles {
  readonly paths: readonly EntryPath[];
}

/** Files that engines put into every container. */
export const containerFiles = entriesFact<ContainerFiles>({
  name: 'host.container-files',
  describes: 'Files that container engines leave in a container',
  from: hostFile('.dockerenv', 'run/.containerenv'),
  read: (entries): ContainerFiles => ({ paths: entries.map(({ path }) => path).toArray() }),
});
