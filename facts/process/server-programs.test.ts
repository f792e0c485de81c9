import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { processList } from './process-list.ts';
import { serverPrograms, type ServerPrograms } from './server-programs.ts';

function derive(ps: string): ServerPrograms {
  const { plan } = serverPrograms;
  if (plan.kind !== 'derived') throw new Error('no derived fact');
  return plan.derive({ list: parseFact(processList, ps).value }, () => undefined);
}

const HEADER = 'USER       PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND\n';
const ps = (...commands: readonly string[]): string =>
  HEADER +
  commands.map((command, pid) => `root ${pid + 1} 0.0 0.0 21452 1536 ? Ss Mar09 0:01 ${command}\n`).join('');

describe('process.server-programs', () => {
  it('names each program once, where it stands first', () => {
    const { programs } = derive(
      ps(
        '/sbin/init',
        '/usr/sbin/nginx -g daemon off;',
        '/usr/lib/postgresql/16/bin/postgres -D /srv/db',
        '/usr/sbin/nginx: worker',
      ),
    );
    expect(programs).toEqual([
      { value: 'nginx', at: { entry: 'file', line: 3 } },
      { value: 'postgresql', at: { entry: 'file', line: 4 } },
    ]);
  });

  it('tells programs of Java apart', () => {
    const { programs } = derive(
      ps(
        '/usr/bin/java -jar /usr/share/java/jenkins.war --httpPort=8080',
        '/usr/bin/java -jar /srv/own.jar',
        'java -cp x kafka.Kafka config',
      ),
    );
    expect(programs.map(({ value }) => value)).toEqual(['jenkins', 'kafka']);
  });

  it('finds none on a host that serves nothing', () => {
    expect(derive(ps('/usr/sbin/sshd -D', '/usr/libexec/postfix/master -w')).programs).toEqual([]);
  });
});
