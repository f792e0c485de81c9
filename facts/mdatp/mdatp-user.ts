import { derivedFact, NotCollectedError, optional, type Located } from '../../engine/api/index.ts';
import { hostUsers, type HostUsers } from '../host/users.ts';
import { processList } from '../process/process-list.ts';
import { mdatpUserId } from './mdatp-user-id.ts';

export interface MdatpUser {
  readonly uid: Located<number> | undefined;
  readonly gid: Located<number> | undefined;
  /** Only where a list of users says it. */
  readonly shell: Located<string> | undefined;
  /** What shows that there is no such user. */
  readonly missing: Located<string> | undefined;
}

/** The user the engine runs as, by `id mdatp` and the list of users; a process that runs as it proves it too. */
export const mdatpUser = derivedFact({
  name: 'mdatp.user',
  describes: 'The user mdatp',
  collect: { title: 'id mdatp', command: 'id mdatp > mde_user.txt 2>&1; getent passwd > passwd' },
  fields: {
    uid: { type: 'number', describes: 'Number of the user' },
    gid: { type: 'number', describes: 'Number of its first group' },
    shell: { type: 'string', describes: 'Login shell' },
    missing: { type: 'string', describes: 'What shows that there is no such user' },
  },
  view: { kind: 'fields', title: 'User mdatp' },
  needs: { id: optional(mdatpUserId), users: optional(hostUsers), processes: optional(processList) },
  derive({ id, users, processes }): MdatpUser {
    const listed = users?.users.find(({ value }) => value.name === 'mdatp');
    const uid = id?.uid ?? (listed && { value: listed.value.uid, at: listed.at });
    const gid = id?.gid ?? (listed && { value: listed.value.gid, at: listed.at });
    const shell = listed && { value: listed.value.shell, at: listed.at };
    if (uid) return { uid, gid, shell, missing: undefined };
    const runs = processes?.processes.some(({ value }) => value.user === 'mdatp') ?? false;
    const missing = runs ? undefined : (id?.missing ?? notListed(users));
    if (!runs && !missing) throw new NotCollectedError('nothing tells of the user mdatp');
    return { uid, gid, shell, missing };
  },
});

function notListed(users: HostUsers | undefined): Located<string> | undefined {
  const last = users?.users.at(-1);
  return users?.complete && last ? { value: 'mdatp is not in the list of users', at: last.at } : undefined;
}
