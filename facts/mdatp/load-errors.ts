import { lineFact, type Located } from '../../engine/api/index.ts';
import { systemLogs } from '../log-places.ts';
import { places } from '../places.ts';

export interface LoadError {
  readonly library: string;
  readonly reason: string;
}

export interface LoadErrors {
  /** The first of each kind. */
  readonly errors: readonly Located<LoadError>[];
}

type State = Map<string, Located<LoadError>>;

/**
 * Libraries that the agent's programs could not load, from the logs and the end of the service's state:
 *
 *   wdavdaemon[201]: /opt/microsoft/mdatp/sbin/wdavdaemon: error while loading shared libraries:
 *   libwdavdaemon_core.so: cannot enable executable stack as shared object requires: Permission denied
 */
export const loadErrors = lineFact<State, LoadErrors>({
  name: 'mdatp.load-errors',
  describes: 'Libraries that the agent could not load',
  collect: {
    title: 'journal of mdatp',
    command: 'sudo journalctl --no-pager -u mdatp > journalctl_mdatp.txt',
  },
  fields: {
    errors: {
      type: 'rows',
      describes: 'Failures, the first of each kind',
      row: {
        library: { type: 'string', describes: 'Library' },
        reason: { type: 'string', describes: 'Why it could not be loaded' },
      },
    },
  },
  view: { kind: 'table', title: 'Libraries not loaded', rows: 'errors' },
  from: places(systemLogs, {
    'client-analyzer': 'service_status.txt',
    sosreport: 'sos_commands/systemd/systemctl_status_--all',
    plain: ['service_status.txt', 'systemctl_status*'],
  }),
  needles: ['error while loading shared libraries'],
  start: () => new Map(),
  line(errors, { text, at }) {
    const { program = '', library = '', reason = '' } = ERROR.exec(text)?.groups ?? {};
    if (!/(?:mdatp|wdavdaemon|telemetryd)/u.test(program)) return;
    const kind = `${library}\n${reason}`;
    if (!errors.has(kind)) errors.set(kind, { value: { library, reason }, at });
  },
  finish: (errors) => ({ errors: [...errors.values()] }),
});

// /opt/microsoft/mdatp/sbin/wdavdaemon: error while loading shared libraries: libx.so: cannot open …
const ERROR =
  /(?<program>\S{1,300}): error while loading shared libraries: (?<library>[^\s:]{1,200}): (?<reason>\S[^\n]{0,300})/u;
