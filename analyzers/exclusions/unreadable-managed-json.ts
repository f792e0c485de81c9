import { cite, defineAnalyzer } from '../../engine/api/index.ts';
import { directories, type ListedFile } from '../../facts/mdatp/directories.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

const FILE = '/etc/opt/microsoft/mdatp/managed/mdatp_managed.json';

export const unreadableManagedJson = defineAnalyzer({
  id: 'exclusions/unreadable-managed-json',
  title: 'Managed settings of wrong owner or mode',
  why: 'The agent may not be able to read them, or a user without rights can change the protection.',
  severity: 'medium',
  confidence: 'likely',
  applies: [agentPresent],
  needs: { listed: directories },
  messages: {
    writable: 'Every user may write to mdatp_managed.json (mode {mode})',
    owner: 'mdatp_managed.json belongs to {owner}, not to root',
    unreadable: 'mdatp_managed.json has mode {mode}, by which nobody but its owner and group reads it',
  },
  remediation: {
    steps: [
      'Let management write the file as root with mode 0644.',
      'Where others could write to it, compare its content with what management wrote.',
    ],
    commands: [
      { command: `ls -l ${FILE}`, risk: 'safe' },
      { command: `sudo chown root:root ${FILE}`, risk: 'changes-host' },
      { command: `sudo chmod 0644 ${FILE}`, risk: 'changes-host' },
    ],
    links: [links.preferences],
  },
  sources: [{ document: 'Judged by experience', date: '2026-11' }],

  evaluate({ listed: { files } }) {
    const file = files.find(({ value }) => value.path === FILE && value.mode.startsWith('-'));
    const message = file && faultOf(file.value);
    if (!file || message === undefined) return [];
    const { mode, owner } = file.value;
    const about = { evidence: [cite(file)] as const, identity: [] };
    return message === 'owner'
      ? [{ ...about, message, params: { owner } }]
      : [{ ...about, message, params: { mode }, severity: message === 'unreadable' ? 'low' : 'medium' }];
  },
});

function faultOf({ mode, owner }: ListedFile): 'writable' | 'owner' | 'unreadable' | undefined {
  if (mode[8] === 'w') return 'writable';
  if (owner !== 'root' && owner !== '0') return 'owner';
  return mode[7] === 'r' ? undefined : 'unreadable';
}
