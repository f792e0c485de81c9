import {
  cannotTell,
  citeIn,
  defineFleetAnalyzer,
  type FleetCitation,
  type FleetHost,
  type FleetValue,
} from '../../engine/api/index.ts';
import { exclusions } from '../../facts/mdatp/exclusions.ts';
import { serverPrograms } from '../../facts/process/server-programs.ts';
import { links } from '../links.ts';
import { onePerHost } from '../same-host.ts';
import { sharedListLength } from './thresholds.ts';

const NEEDS = {
  list: { fact: exclusions, field: 'exclusions' },
  programs: { fact: serverPrograms, field: 'programs' },
} as const;

interface Member {
  readonly host: FleetHost<typeof NEEDS> & { readonly name: string };
  /** What is excluded, without where it is written. */
  readonly list: ReadonlySet<string>;
  readonly programs: readonly string[];
}

const MOST_HOSTS = 5;

export const sameListEverywhere = defineFleetAnalyzer({
  id: 'exclusions/same-list-everywhere',
  title: 'One exclusion list for different servers',
  why: 'Each host leaves unscanned what only the others need.',
  severity: 'info',
  confidence: 'likely',
  needs: NEEDS,
  messages: {
    same: 'The same {count} exclusions stand on {hosts} hosts of different work: {first} runs {firstWork}, {second} runs {secondWork}',
  },
  remediation: {
    steps: [
      'Make a list of exclusions for each kind of server, with what this kind needs.',
      'Give the lists to device groups in the portal, or to the managed settings of these hosts.',
    ],
    commands: [{ command: 'mdatp exclusion list', risk: 'safe' }],
    links: [links.singleExclusionList],
  },
  sources: [{ document: 'common-exclusion-mistakes-microsoft-defender-antivirus', date: '2024-02' }],

  evaluate(hosts, { threshold }) {
    const members = onePerHost(hosts).flatMap(memberOf);
    if (members.length < 2) {
      return cannotTell(
        'Fewer than two hosts have a name, a whole list of exclusions, and known server programs.',
      );
    }
    const groups = Map.groupBy(members, ({ list }) => [...list].sort().join('\n'));
    return [...groups.values()].flatMap((group) => {
      const [first, second] = differing(group);
      if (!first || !second || first.list.size < threshold(sharedListLength)) return [];
      const others = group.filter((one) => one !== first && one !== second);
      return [
        {
          message: 'same' as const,
          params: {
            count: first.list.size,
            hosts: group.length,
            first: first.host.name,
            firstWork: first.programs.join(', '),
            second: second.host.name,
            secondWork: second.programs.join(', '),
          },
          evidence: citations([first, second, ...others.slice(0, MOST_HOSTS - 2)]),
          identity: [...first.list].sort(),
        },
      ];
    });
  },
});

/** Where the list was cut, or no program is known, nothing can be said of the host. */
function memberOf(host: FleetHost<typeof NEEDS> & { readonly name: string }): readonly Member[] {
  const { list, programs } = host.values;
  const names = programs.items.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  if (list.cut || programs.cut || list.items.length === 0 || names.length === 0) return [];
  return [{ host, list: new Set(entriesOf(list)), programs: names }];
}

function entriesOf({ items }: FleetValue): readonly string[] {
  return items.map(({ value }) => {
    if (typeof value !== 'object') return `${value}`;
    const { kind = '', value: excluded = '' } = value;
    return `${kind} ${`${excluded}`.replace(/(?<=.)\/$/u, '')}`;
  });
}

/** Two hosts whose programs have nothing in common. */
function differing(group: readonly Member[]): readonly [Member, Member] | readonly [] {
  for (const [index, one] of group.entries()) {
    const other = group
      .slice(index + 1)
      .find(({ programs }) => !programs.some((program) => one.programs.includes(program)));
    if (other) return [one, other];
  }
  return [];
}

/** The beginning of each list; beside it, of the two hosts that differ, a program. */
function citations(members: readonly Member[]): readonly [FleetCitation, ...FleetCitation[]] {
  const [first, ...rest] = members.flatMap(({ host }, index): readonly FleetCitation[] => {
    const [entry] = host.values.list.items;
    const [program] = host.values.programs.items;
    return [
      ...(entry ? [citeIn(host, entry)] : []),
      ...(program && index < 2 ? [citeIn(host, program, 'context')] : []),
    ];
  });
  if (!first) throw new Error('a group without exclusions');
  return [first, ...rest];
}
