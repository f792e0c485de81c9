import { textFact, UnreadableError, type Located } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { hostFile, places } from '../places.ts';

export interface ReleaseFile {
  readonly text: Located<string>;
  readonly product: Located<string>;
  readonly version: Located<string> | undefined;
}

// CentOS Linux release 7.9.2009 (Core) · Red Hat Enterprise Linux Server release 6.9 (Santiago)
const RELEASE = /^(?<product>[A-Za-z][^\n]{0,100}?) release (?<version>\d[\d.]{0,20})/u;
// SUSE Linux Enterprise Server 12 (x86_64)
const SUSE = /^(?<product>(?:SUSE|openSUSE)[A-Za-z ]{0,60}) (?<version>\d[\d.]{0,10})/u;

/** The one line of /etc/redhat-release and its like: `CentOS Linux release 7.9.2009 (Core)`. */
export const releaseFile = textFact<ReleaseFile>({
  name: 'host.release-file',
  describes: 'Product and release as the distribution writes them in its release file',
  collect: { title: 'redhat-release', command: 'cat /etc/redhat-release > redhat-release' },
  fields: {
    text: { type: 'string', describes: 'The line as written' },
    product: { type: 'string', describes: 'Product' },
    version: { type: 'version', describes: 'Release, with its minor number' },
  },
  view: { kind: 'fields', title: 'Release file' },
  from: places(
    hostFile('etc/centos-release', 'etc/oracle-release', 'etc/rocky-release', 'etc/almalinux-release'),
    hostFile('etc/redhat-release', 'etc/system-release', 'etc/SuSE-release'),
    { plain: ['redhat-release.txt', 'centos-release.txt'] },
  ),
  looksLike: (head) => head.length < 200 && RELEASE.test(head.trim()),
  parse(entry) {
    refuseFailedCommand(entry);
    for (const { text, at } of entry.lines()) {
      const line = text.trim();
      const groups = (RELEASE.exec(line) ?? SUSE.exec(line))?.groups;
      if (!groups) continue;
      const version = groups['version'];
      return {
        text: { value: line, at },
        product: { value: groups['product'] ?? '', at },
        version: version === undefined ? undefined : { value: version.replace(/\.$/u, ''), at },
      };
    }
    throw new UnreadableError(`${entry.path} names no release`);
  },
});
