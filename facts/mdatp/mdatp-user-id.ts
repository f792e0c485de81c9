import { textFact, UnreadableError, type Located } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';

export interface MdatpUserId {
  readonly uid: Located<number> | undefined;
  readonly gid: Located<number> | undefined;
  /** What shows that there is no such user. */
  readonly missing: Located<string> | undefined;
}

/**
 * What `id mdatp` says:
 *
 *   uid=997(mdatp) gid=995(mdatp) groups=995(mdatp)
 *   id: ‘mdatp’: no such user
 */
export const mdatpUserId = textFact<MdatpUserId>({
  name: 'mdatp.user-id',
  describes: 'Numbers of the user mdatp',
  collect: { title: 'id mdatp', command: 'id mdatp > mde_user.txt 2>&1' },
  fields: {
    uid: { type: 'number', describes: 'Number of the user' },
    gid: { type: 'number', describes: 'Number of its first group' },
    missing: { type: 'string', describes: 'What shows that there is no such user' },
  },
  view: { kind: 'fields', title: 'id mdatp' },
  from: { 'client-analyzer': 'mde_user.txt', plain: ['mde_user.txt', 'id_mdatp*', 'id-mdatp*'] },
  looksLike: (head) => /^uid=\d+\(mdatp\) gid=\d/u.test(head),
  parse(entry): MdatpUserId {
    const lines = entry.lines();
    const missing = lines.find(({ text }) => NO_SUCH_USER.test(text));
    if (missing) {
      return { uid: undefined, gid: undefined, missing: { value: missing.text.trim(), at: missing.at } };
    }
    refuseFailedCommand(entry);
    for (const { text, at } of lines) {
      const { uid, gid } = ID.exec(text)?.groups ?? {};
      if (uid === undefined) continue;
      return { uid: { value: Number(uid), at }, gid: { value: Number(gid), at }, missing: undefined };
    }
    throw new UnreadableError(`${entry.path} names no user`);
  },
});

// id: ‘mdatp’: no such user · /usr/bin/id: mdatp: No such user, in any language
const NO_SUCH_USER = /(?:^|[\s/:])id: \W{0,3}mdatp\b/u;

// uid=997(mdatp) gid=995(mdatp) groups=995(mdatp)
const ID = /^\s*uid=(?<uid>\d{1,10})\(mdatp\)\s+gid=(?<gid>\d{1,10})/u;
