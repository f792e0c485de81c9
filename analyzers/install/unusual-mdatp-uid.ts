import { cannotTell, cite, citeAll, defineAnalyzer, optional, type Located } from '../../engine/api/index.ts';
import { distribution, type Distribution } from '../../facts/host/distribution.ts';
import { loginDefs, type LoginDefs } from '../../facts/host/login-defs.ts';
import { hostUsers, type HostUsers } from '../../facts/host/users.ts';
import { mdatpUser } from '../../facts/mdatp/mdatp-user.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

/** What login.defs says where nobody changed it, see login.defs(5). */
const USUAL_MIN = 1000;
const USUAL_MAX = 60_000;

/** RHEL 6 began people's accounts here. */
const RHEL6_MIN = 500;

export const unusualMdatpUid = defineAnalyzer({
  id: 'install/unusual-mdatp-uid',
  title: 'Unusual number of the user mdatp',
  why: 'Who shares the number shares the files and processes of the engine, whatever the names say.',
  severity: 'medium',
  confidence: 'certain',
  applies: [agentPresent],
  needs: {
    user: mdatpUser,
    users: optional(hostUsers),
    defs: optional(loginDefs),
    host: optional(distribution),
  },
  messages: {
    root: 'The user mdatp has the number 0, which is that of root',
    rootGroup: 'The first group of mdatp is 0, which is that of root',
    shared: 'The users mdatp and {name} have the same number {uid}',
    human: "The user mdatp has the number {uid}, which lies among people's accounts ({min} to {max})",
  },
  remediation: {
    steps: [
      'Uninstall the agent, remove the user, and create it as a system user with a free number.',
      'Install the agent again; it takes the user that is there.',
    ],
    commands: [
      { command: 'getent passwd mdatp; id mdatp', risk: 'safe' },
      {
        command:
          'sudo useradd --system --uid FREE_NUMBER --no-create-home --user-group --shell /usr/sbin/nologin mdatp',
        risk: 'changes-host',
      },
    ],
    links: [links.installMethods],
  },
  sources: [{ document: 'microsoft-defender-endpoint-linux', date: '2024-02' }],

  evaluate({ user: { uid, gid }, users, defs, host }) {
    if (!uid) return cannotTell('The number of mdatp is not in the bundle.', { hostUsers });
    if (uid.value === 0) return [{ message: 'root', evidence: [cite(uid)], identity: [] }];
    const other = sharedWith(uid.value, users);
    if (other) {
      const { name } = other.value;
      const evidence = [cite(uid), cite(other, 'conflicts-with')] as const;
      return [{ message: 'shared', params: { name, uid: uid.value }, evidence, identity: [name] }];
    }
    if (gid?.value === 0) return [{ message: 'rootGroup', evidence: [cite(gid)], identity: [] }];
    const { min, max, at } = rangeOfPeople(defs, host);
    if (uid.value < min || uid.value > max) return [];
    const evidence = citeAll(at ? [uid, at] : [uid]);
    return [
      { message: 'human', params: { uid: uid.value, min, max }, evidence, severity: 'low', identity: [] },
    ];
  },
});

function sharedWith(uid: number, users: HostUsers | undefined) {
  return users?.users.find(({ value }) => value.uid === uid && value.name !== 'mdatp');
}

interface Range {
  readonly min: number;
  readonly max: number;
  /** Where the host says so. */
  readonly at: Located<number> | undefined;
}

function rangeOfPeople(defs: LoginDefs | undefined, host: Distribution | undefined): Range {
  const isOld = host?.family === 'rpm' && host.major === 6;
  return {
    min: defs?.uidMin?.value ?? (isOld ? RHEL6_MIN : USUAL_MIN),
    max: defs?.uidMax?.value ?? USUAL_MAX,
    at: defs?.uidMin,
  };
}
