import { NotCollectedError, textFact, UnreadableError, type Located } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { hostFile, places } from '../places.ts';

export interface HostUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  readonly home: string;
  /** An empty last field means /bin/sh, see passwd(5). */
  readonly shell: string;
}

export interface HostUsers {
  readonly users: readonly Located<HostUser>[];
  /** Whether a user that is not in the list is surely not in the file; a directory service may still know it. */
  readonly complete: boolean;
}

/**
 * The users of the host, from /etc/passwd or `getent passwd`:
 *
 *   root:x:0:0:root:/root:/bin/bash
 *   mdatp:x:997:995::/home/mdatp:/usr/sbin/nologin
 */
export const hostUsers = textFact<HostUsers>({
  name: 'host.users',
  describes: 'Users of the host',
  collect: { title: 'passwd', command: 'getent passwd > passwd' },
  fields: {
    users: {
      type: 'rows',
      describes: 'Users, in the order of the list',
      row: {
        name: { type: 'string', describes: 'Name' },
        uid: { type: 'number', describes: 'Number of the user' },
        gid: { type: 'number', describes: 'Number of its first group' },
        home: { type: 'string', describes: 'Home folder' },
        shell: { type: 'string', describes: 'Login shell' },
      },
    },
  },
  view: { kind: 'table', title: 'Users', rows: 'users' },
  identities: ({ users }) => ({
    user: users.filter(({ value }) => isPerson(value)).map(({ value }) => value.name),
  }),
  from: places(
    { sosreport: ['sos_commands/*/getent_passwd*'], plain: ['getent_passwd*', 'getent-passwd*'] },
    hostFile('etc/passwd'),
  ),
  looksLike: (head) => /^root:[^:\n]*:0:0:[^\n]*:\/\S*$/mu.test(head.slice(0, 500)),
  parse(entry): HostUsers {
    refuseFailedCommand(entry);
    const users = entry.lines().flatMap(({ text, at }) => {
      const user = userOf(text);
      return user ? [{ value: user, at }] : [];
    });
    if (users.length === 0) throw new UnreadableError(`${entry.path} names no user`);
    // A list that was cut, or lost its beginning, proves nothing.
    const complete = !entry.cut && users.some(({ value }) => value.name === 'root' && value.uid === 0);
    if (!complete && !users.some(({ value }) => value.name === 'mdatp')) {
      throw new NotCollectedError(`${entry.path} holds a part of the users`);
    }
    return { users, complete };
  },
});

// mdatp:x:997:995::/home/mdatp:/usr/sbin/nologin
const USER =
  /^(?<name>[^:\s#+][^:]{0,255}):[^:]*:(?<uid>\d{1,10}):(?<gid>\d{1,10}):[^:]*:(?<home>[^:]*):(?<shell>[^:]*)$/u;

function userOf(line: string): HostUser | undefined {
  const { name, uid, gid, home = '', shell = '' } = USER.exec(line.trim())?.groups ?? {};
  if (name === undefined) return undefined;
  return { name, uid: Number(uid), gid: Number(gid), home, shell: shell === '' ? '/bin/sh' : shell };
}

/** Old systems number people from 500, newer ones from 1000; the users of packages lie below, `nobody` above. */
const FIRST_PERSON = 500;
const NOBODY = [65_534, 4_294_967_294];

function isPerson({ uid, home }: HostUser): boolean {
  if (uid < FIRST_PERSON || NOBODY.includes(uid)) return false;
  return uid >= 1000 || home.startsWith('/home/');
}
