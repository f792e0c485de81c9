import {
  NotCollectedError,
  textFact,
  UnreadableError,
  type Line,
  type Located,
  type TextEntry,
} from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { hostFile, places } from '../places.ts';

export interface MdatpUser {
  readonly uid: Located<number> | undefined;
  readonly gid: Located<number> | undefined;
  /** Only where a list of users says it. */
  readonly shell: Located<string> | undefined;
  /** What shows that there is no such user. */
  readonly missing: Located<string> | undefined;
}

/**
 * The user the engine runs as: `id mdatp`, or its line of /etc/passwd.
 *
 *   uid=997(mdatp) gid=995(mdatp) groups=995(mdatp)
 *   id: ‘mdatp’: no such user
 *   mdatp:x:997:995::/home/mdatp:/usr/sbin/nologin
 */
export const mdatpUser = textFact<MdatpUser>({
  name: 'mdatp.user',
  describes: 'The user mdatp',
  collect: { title: 'id mdatp', command: 'id mdatp > mde_user.txt 2>&1' },
  fields: {
    uid: { type: 'number', describes: 'Number of the user' },
    gid: { type: 'number', describes: 'Number of its first group' },
    shell: { type: 'string', describes: 'Login shell' },
    missing: { type: 'string', describes: 'What shows that there is no such user' },
  },
  view: { kind: 'fields', title: 'User mdatp' },
  from: places(
    {
      'client-analyzer': 'mde_user.txt',
      sosreport: ['sos_commands/*/getent_passwd*'],
      plain: ['mde_user.txt', 'id_mdatp*', 'id-mdatp*'],
    },
    hostFile('etc/passwd'),
  ),
  looksLike: (head) => /^uid=\d+\(mdatp\) gid=\d/u.test(head),
  parse(entry): MdatpUser {
    const lines = entry.lines();
    const missing = lines.find(({ text }) => NO_SUCH_USER.test(text));
    if (missing) return { ...NOTHING, missing: { value: missing.text.trim(), at: missing.at } };
    refuseFailedCommand(entry);
    return fromId(lines) ?? fromPasswd(entry);
  },
});

// id: ‘mdatp’: no such user · /usr/bin/id: mdatp: No such user, in any language
const NO_SUCH_USER = /(?:^|[\s/:])id: \W{0,3}mdatp\b/u;

const NOTHING = { uid: undefined, gid: undefined, shell: undefined, missing: undefined };

function fromId(lines: readonly Line[]): MdatpUser | undefined {
  for (const { text, at } of lines) {
    const parts = /^\s*uid=(?<uid>\d+)\(mdatp\)\s+gid=(?<gid>\d+)/u.exec(text)?.groups;
    if (parts)
      return {
        ...NOTHING,
        uid: { value: Number(parts['uid']), at },
        gid: { value: Number(parts['gid']), at },
      };
  }
  return undefined;
}

function fromPasswd(entry: TextEntry): MdatpUser {
  const lines = entry.lines();
  for (const { text, at } of lines) {
    const [name, , uid = '', gid = '', , , shell] = text.split(':');
    if (name !== 'mdatp' || !/^\d+$/u.test(uid) || !/^\d+$/u.test(gid)) continue;
    return {
      uid: { value: Number(uid), at },
      gid: { value: Number(gid), at },
      shell: shell === undefined ? undefined : { value: shell.trim(), at },
      missing: undefined,
    };
  }
  const last = lines.at(-1);
  // A list that was cut, or lost its beginning, proves nothing.
  if (!last || entry.cut || !lines.some(({ text }) => /^root:[^:]*:0:/u.test(text))) refuseOther(entry);
  return { ...NOTHING, missing: { value: 'mdatp is not in the list of users', at: last.at } };
}

function refuseOther(entry: TextEntry): never {
  const isPasswd = entry.lines().some(({ text }) => text.split(':').length === 7);
  if (isPasswd) throw new NotCollectedError(`${entry.path} holds a part of the users`);
  throw new UnreadableError(`${entry.path} names no user`);
}
