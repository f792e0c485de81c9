import { textFact, UnreadableError, type Located } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { mountOf, type Mount } from './mount-line.ts';

export interface TestFileMount {
  readonly mount: Located<Mount>;
  readonly target: Located<string>;
  readonly type: Located<string>;
}

/**
 * The mount that holds a test file, as the instructions ask for it:
 *
 *   TARGET SOURCE    FSTYPE OPTIONS
 *   /srv   tank/srv  zfs    rw,xattr
 */
export const testFileMount = textFact<TestFileMount>({
  name: 'storage.test-file-mount',
  describes: 'Mount that holds the test file for the antivirus',
  collect: {
    title: 'findmnt of the test file',
    command: 'findmnt -T /path/to/eicar.com.txt > findmnt-T.txt',
  },
  fields: {
    target: { type: 'string', describes: 'Folder that it is mounted on' },
    type: { type: 'string', describes: 'Type of the file system' },
  },
  view: { kind: 'fields', title: 'Mount of the test file' },
  from: {
    'client-analyzer': ['findmnt-T*', 'findmnt_-T*'],
    plain: ['findmnt-T*', 'findmnt_-T*', 'findmnt_eicar*', 'findmnt-eicar*'],
  },
  parse(entry): TestFileMount {
    refuseFailedCommand(entry);
    for (const { text, at } of entry.lines()) {
      const value = mountOf(text.trim());
      if (!value) continue;
      return { mount: { value, at }, target: { value: value.target, at }, type: { value: value.type, at } };
    }
    throw new UnreadableError(`${entry.path} shows no mount`);
  },
});
