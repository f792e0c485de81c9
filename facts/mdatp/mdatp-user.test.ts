import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { mdatpUser, type MdatpUser } from './mdatp-user.ts';

const parse = (text: string): MdatpUser => parseFact<MdatpUser>(mdatpUser, text).value;

describe('mdatp.user', () => {
  it('reads id', () => {
    expect(parse('uid=997(mdatp) gid=995(mdatp) groups=995(mdatp)\n')).toEqual({
      uid: { value: 997, at: { entry: 'file', line: 1 } },
      gid: { value: 995, at: { entry: 'file', line: 1 } },
      shell: undefined,
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

  it('reads the line of a list of users', () => {
    const value = parse('root:x:0:0:root:/root:/bin/bash\nmdatp:x:997:995::/home/mdatp:/usr/sbin/nologin\n');
    expect(value.uid).toEqual({ value: 997, at: { entry: 'file', line: 2 } });
    expect(value.shell?.value).toBe('/usr/sbin/nologin');
  });

  it('knows the user to be missing from a whole list', () => {
    expect(parse('root:x:0:0:root:/root:/bin/bash\nbin:x:1:1:bin:/bin:/sbin/nologin\n').missing).toEqual({
      value: 'mdatp is not in the list of users',
      at: { entry: 'file', line: 2 },
    });
  });

  it.each([
    'bin:x:1:1:bin:/bin:/sbin/nologin\n',
    'Could not run commandid mdatp\n',
    'bash: id: command not found\n',
    '',
  ])('is not collected: %j', (text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ name: 'NotCollectedError' }) as Error);
  });
});
