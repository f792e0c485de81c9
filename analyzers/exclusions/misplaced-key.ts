import { cite, defineAnalyzer, sourcesOf } from '../../engine/api/index.ts';
import { managedFile } from '../../facts/mdatp/managed-file.ts';
import { managedSettings } from '../knowledge/managed-settings.ts';
import { links } from '../links.ts';
import { handWritten } from './hand-written.ts';
import { shapesOf, walkSettings } from './managed-walk.ts';
import { nearKey } from './near-key.ts';
import { keysIn, sectionOf } from './sections.ts';

/** Names of the elements of lists say nothing where they stand alone. */
const isNamed = (path: string): boolean => !path.includes('[]');

export const misplacedKey = defineAnalyzer({
  id: 'exclusions/misplaced-key',
  title: 'Managed setting in the wrong section',
  why: 'The agent does not look for it there, and works by its default.',
  severity: 'medium',
  confidence: 'likely',
  applies: [handWritten],
  needs: { managed: managedFile },
  messages: {
    misplaced: 'The setting {key} stands in {section}, and belongs to {belongs}',
  },
  remediation: {
    steps: [
      'Move the setting to its section in the file that management writes, not on the host alone.',
      'Look at the health of the agent, which marks a setting that it took over as managed.',
    ],
    commands: [
      { command: 'python3 -m json.tool /etc/opt/microsoft/mdatp/managed/mdatp_managed.json', risk: 'safe' },
      { command: 'mdatp health', risk: 'safe' },
    ],
    links: [links.preferenceStructure],
  },
  sources: sourcesOf(managedSettings),

  evaluate({ managed: { root } }, { know }) {
    const rows = know(managedSettings);
    const shapes = shapesOf(rows);
    return walkSettings(root, rows).strays.flatMap(({ member, section }) => {
      const { key } = member;
      if (nearKey(key, keysIn(shapes, section)) !== undefined) return [];
      const homes = [...shapes.keys()].filter((path) => isNamed(path) && path.split('.').at(-1) === key);
      if (homes.length === 0) return [];
      const belongs = homes.map((path) => sectionOf(path) || 'the top').join(' or ');
      const params = { key, section: section || 'the top', belongs };
      const evidence = [cite(member)] as const;
      return [{ message: 'misplaced' as const, params, evidence, subject: key, identity: [section, key] }];
    });
  },
});
