import {
  cannotTell,
  citeAll,
  defineAnalyzer,
  optional,
  type FindingDraft,
  type Located,
} from '../../engine/api/index.ts';
import { directories, type ListedFile } from '../../facts/mdatp/directories.ts';
import { mdatpUser } from '../../facts/mdatp/mdatp-user.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

const FOLDERS = ['/var/log/microsoft/mdatp', '/var/opt/microsoft/mdatp'] as const;

/** Places that are cited of one owner. */
const MOST_CITED = 5;

const messages = {
  one: '{path} belongs to {owner}, neither to root nor to mdatp',
  many: '{path} and {count} more below {folder} belong to {owner}, neither to root nor to mdatp',
} as const;

export const wrongDirectoryOwner = defineAnalyzer({
  id: 'install/wrong-directory-owner',
  title: 'Folders of the agent that belong to others',
  why: 'The engine, which runs as mdatp, may not write its state and logs any more, or somebody else may.',
  severity: 'medium',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { listed: directories, user: optional(mdatpUser) },
  messages,
  remediation: {
    steps: [
      'Find out what changed the owner: a script that changes all of /var, a restored backup, a user made anew.',
      'Give the folders back. Installing the package again does it for all of them.',
      'Restart the service and look at the health.',
    ],
    commands: [
      { command: `sudo find ${FOLDERS.join(' ')} ! -user root ! -user mdatp -ls`, risk: 'safe' },
      { command: `sudo chown root:mdatp ${FOLDERS.join(' ')}`, risk: 'changes-host' },
      { command: 'sudo systemctl restart mdatp', risk: 'disruptive' },
    ],
    links: [links.installTrouble],
  },
  sources: [{ document: 'Output of the client analyzer', date: '2024-06' }],
  because: [{ of: 'install/missing-mdatp-user' }],

  evaluate({ listed, user }) {
    // A list of numbers shows those of the two users.
    const rightful = ['root', 'mdatp', '0', String(user?.uid?.value ?? 'mdatp')];
    const rows = FOLDERS.flatMap((folder) =>
      listed.files
        .filter(({ value }) => `${value.path}/`.startsWith(`${folder}/`))
        .map((file) => ({ folder, file })),
    );
    if (rows.length === 0) return cannotTell('The folders of logs and state are not in the list of files.');
    const wrong = rows.filter(({ file }) => !rightful.includes(file.value.owner));
    const groups = Map.groupBy(wrong, ({ folder, file }) => `${folder}\n${file.value.owner}`);
    return [...groups.values()].flatMap((group) =>
      draftOf(
        group[0]?.folder ?? '',
        group.map(({ file }) => file),
      ),
    );
  },
});

function draftOf(
  folder: string,
  [first, ...rest]: readonly Located<ListedFile>[],
): readonly FindingDraft<typeof messages>[] {
  if (!first) return [];
  const { path, owner } = first.value;
  const about = {
    evidence: citeAll([first, ...rest.slice(0, MOST_CITED - 1)]),
    subject: folder,
    identity: [folder, owner],
  };
  return rest.length === 0
    ? [{ ...about, message: 'one', params: { path, owner } }]
    : [{ ...about, message: 'many', params: { path, owner, folder, count: rest.length } }];
}
