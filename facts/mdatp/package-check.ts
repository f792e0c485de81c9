import { textFact, UnreadableError, type Line, type Located } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';

export interface ChangedFile {
  readonly path: string;
  readonly isMissing: boolean;
  /** Whether it is a file of settings, which may differ. */
  readonly isSetting: boolean;
}

export interface PackageCheck {
  readonly changed: readonly Located<ChangedFile>[];
}

/**
 * Files of the agent that differ from its package: `rpm -V mdatp`, `dpkg -V mdatp`.
 *
 *   missing     /opt/microsoft/mdatp/lib/libwdavdaemon_core.so
 *   .M.......    /opt/microsoft/mdatp/sbin/wdavdaemon
 *   ??5?????? c /etc/opt/microsoft/mdatp/managed/mdatp_managed.json
 */
export const packageCheck = textFact<PackageCheck>({
  name: 'mdatp.package-check',
  describes: 'Files of the agent that differ from its package',
  collect: {
    title: 'check of the package',
    command: 'sudo rpm -V mdatp > rpm_-V_mdatp || sudo dpkg -V mdatp > dpkg_-V_mdatp',
  },
  fields: {
    changed: {
      type: 'rows',
      describes: 'Files that differ',
      row: {
        path: { type: 'string', describes: 'Path' },
        isMissing: { type: 'boolean', describes: 'Whether it is gone' },
        isSetting: { type: 'boolean', describes: 'Whether it holds settings' },
      },
    },
  },
  view: { kind: 'table', title: 'Changed files of the agent', rows: 'changed' },
  from: {
    sosreport: ['sos_commands/rpm/rpm_-V_*mdatp*', 'sos_commands/dpkg/dpkg_-V_*mdatp*'],
    supportconfig: ['*.txt!#*rpm -V mdatp*'],
    plain: ['rpm_-V_mdatp*', 'rpm-V-mdatp*', 'dpkg_-V_mdatp*', 'dpkg-V-mdatp*'],
  },
  parse(entry): PackageCheck {
    refuseFailedCommand(entry);
    if (entry.lines().some(({ text }) => /not installed/u.test(text)))
      throw new UnreadableError(`${entry.path} says that the package is not installed`);
    return { changed: entry.lines().flatMap(changedOf) };
  },
});

// .M.......  c /etc/x · missing     /opt/x
const CHANGED =
  /^(?:(?<missing>missing)|[.?A-Z0-9]{8,9})\s{1,9}(?:(?<kind>[cdglr])\s{1,4})?(?<path>\/\S.{0,1000})$/u;

function changedOf({ text, at }: Line): readonly Located<ChangedFile>[] {
  const { missing, kind, path } = CHANGED.exec(text.trim())?.groups ?? {};
  if (path === undefined) return [];
  return [
    {
      value: {
        path: path.replace(/ \(.*\)$/u, ''),
        isMissing: missing !== undefined,
        isSetting: kind === 'c',
      },
      at,
    },
  ];
}
