import { textFact, UnreadableError, type Located } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { hostFile, places } from '../places.ts';

export interface InitCgroup {
  /** Paths of the groups that process 1 is in. */
  readonly groups: readonly Located<string>[];
}

/**
 * The control groups of process 1:
 *
 *   12:memory:/docker/0c4a…
 *   0::/init.scope
 */
export const initCgroup = textFact<InitCgroup>({
  name: 'host.init-cgroup',
  describes: 'Control groups of process 1',
  collect: { title: 'cgroup of process 1', command: 'cat /proc/1/cgroup > proc_1_cgroup' },
  fields: { groups: { type: 'list', items: 'string', describes: 'Paths of the groups' } },
  view: { kind: 'fields', title: 'Control groups of process 1' },
  from: places(hostFile('proc/1/cgroup'), { plain: ['proc_1_cgroup*'] }),
  parse(entry): InitCgroup {
    refuseFailedCommand(entry);
    const groups = entry.lines().flatMap(({ text, at }) => {
      const path = /^\d+:[^:]*:(?<path>\/.*)$/u.exec(text)?.groups?.['path'];
      return path === undefined ? [] : [{ value: path, at }];
    });
    if (groups.length === 0) throw new UnreadableError(`${entry.path} names no control group`);
    return { groups };
  },
});
