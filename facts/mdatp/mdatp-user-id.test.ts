import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { mdatpUserId, type MdatpUserId } from './mdatp-user-id.ts';

const parse = (text: string): MdatpUserId => parseFact<MdatpUserId>(mdatpUserId, text).value;

describe('mdatp.user-id', () => {
  it('reads id', () => {
    expect(parse('uid=997(mdatp) gid=995(mdatp) groups=995(mdatp)\n')).toEqual({
      uid: { value: 997, at: { entry: 'file', line: 1 } },
      gid: { value: 995, at: { entry: 'file', line: 1 } },
      missing: undefined,
    });
  });

  it.each([
    'id: ‘mdatp’: no such user',
    "/usr/bin/id: 'mdatp': No such user",
    'id: „mdatp“: Einen solchen Benutzer gibt es nicht',
  ])('knows the user to be missing: %s', (text) => {
    expect(parse(`${text}\n`).missing).toEqual({ value: text, at: { entry: 'file', line: 1 } });
  });

  it.each(['Could not run commandid mdatp\n', 'bash: id: command not found\n', ''])(
    'is not collected: %j',
    (text) => {
      expect(() => parse(text)).toThrow(expect.objectContaining({ name: 'NotCollectedError' }) as Error);
    },
  );
});
