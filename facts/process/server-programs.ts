import { derivedFact, type Located } from '../../engine/api/index.ts';
import { processList, type ProcessRow } from './process-list.ts';

export interface ServerPrograms {
  /** By name, each where its first process stands. */
  readonly programs: readonly Located<string>[];
}

/** Programs by which people name a server, by the name of their process. Not those that every host runs. */
const BY_NAME: ReadonlyMap<string, string> = new Map([
  ['postgres', 'postgresql'],
  ['postmaster', 'postgresql'],
  ['mysqld', 'mysql'],
  ['mariadbd', 'mysql'],
  ['mongod', 'mongodb'],
  ['redis-server', 'redis'],
  ['valkey-server', 'redis'],
  ['memcached', 'memcached'],
  ['tnslsnr', 'oracle'],
  ['db2sysc', 'db2'],
  ['sqlservr', 'mssql'],
  ['hdbindexserver', 'sap'],
  ['sapstartsrv', 'sap'],
  ['nginx', 'nginx'],
  ['httpd', 'apache'],
  ['apache2', 'apache'],
  ['haproxy', 'haproxy'],
  ['varnishd', 'varnish'],
  ['squid', 'squid'],
  ['beam.smp', 'rabbitmq'],
  ['smbd', 'samba'],
  ['[nfsd]', 'nfs server'],
  ['named', 'bind'],
  ['unbound', 'unbound'],
  ['slapd', 'ldap'],
  ['ns-slapd', 'ldap'],
  ['dovecot', 'dovecot'],
  ['gitaly', 'gitlab'],
  ['dockerd', 'docker'],
  ['kubelet', 'kubernetes'],
  ['crio', 'kubernetes'],
  ['splunkd', 'splunk'],
  ['prometheus', 'prometheus'],
  ['grafana', 'grafana'],
  ['grafana-server', 'grafana'],
]);

/** Java programs all have one name; the class or the archive in their command tells them apart. */
const BY_COMMAND: readonly (readonly [RegExp, string])[] = [
  [/\bjenkins\.war\b/u, 'jenkins'],
  [/\/atlassian[-/]jira\b|\/jira\/bin\//u, 'jira'],
  [/\/atlassian[-/]confluence\b/u, 'confluence'],
  [/\borg\.elasticsearch\./u, 'elasticsearch'],
  [/\borg\.opensearch\./u, 'opensearch'],
  [/\bkafka\.Kafka\b/u, 'kafka'],
  [/\bCassandraDaemon\b/u, 'cassandra'],
  [/\borg\.apache\.catalina\./u, 'tomcat'],
  [/\bora_pmon_\w/u, 'oracle'],
];

/** Characters of a command that are looked at. */
const COMMAND_LIMIT = 4000;

/** What kind of server the host is, as far as its processes tell. */
export const serverPrograms = derivedFact({
  name: 'process.server-programs',
  describes: 'Well-known server programs that ran on the host',
  fields: {
    programs: { type: 'list', items: 'string', describes: 'Server programs', fleet: true },
  },
  view: { kind: 'fields', title: 'Server programs' },
  needs: { list: processList },
  derive({ list }): ServerPrograms {
    const found = new Map<string, Located<string>>();
    for (const { value, at } of list.processes) {
      const program = programOf(value);
      if (program !== undefined && !found.has(program)) found.set(program, { value: program, at });
    }
    return { programs: [...found.values()].sort((a, b) => (a.value < b.value ? -1 : 1)) };
  },
});

function programOf({ name, command }: ProcessRow): string | undefined {
  const byName = BY_NAME.get(name);
  if (byName !== undefined) return byName;
  if (name !== 'java' && !name.startsWith('ora_')) return undefined;
  const text = command.slice(0, COMMAND_LIMIT);
  return BY_COMMAND.find(([pattern]) => pattern.test(text))?.[1];
}
