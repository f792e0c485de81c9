import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { osRelease } from './os-release.ts';

describe('host.os-release', () => {
  it('reads values without their quotes, with their lines', () => {
    const { value } = parseFact(osRelease, 'NAME="CentOS Linux"\nID=\'centos\'\nVERSION_ID=7\n');
    expect(value.name).toEqual({ value: 'CentOS Linux', at: { entry: 'file', line: 1 } });
    expect(value.id).toEqual({ value: 'centos', at: { entry: 'file', line: 2 } });
    expect(value.version_id).toEqual({ value: '7', at: { entry: 'file', line: 3 } });
  });

  it('leaves out comments and empty values', () => {
    const { value } = parseFact(osRelease, '# ID=arch\nID=debian\nVERSION_ID=""\n');
    expect(value.id?.value).toBe('debian');
    expect(value.version_id).toBeUndefined();
  });

  it('takes the last assignment, as a shell does', () => {
    const { value } = parseFact(osRelease, 'ID=rhel\nID=ol\n');
    expect(value.id?.value).toBe('ol');
  });

  it('undoes the escapes of a double-quoted value', () => {
    const { value } = parseFact(osRelease, 'ID=x\nPRETTY_NAME="the \\"blue\\" one"\n');
    expect(value.pretty_name?.value).toBe('the "blue" one');
  });

  it('is not known where the file was not there', () => {
    const missing = 'cat: /etc/os-release: No such file or directory\n';
    expect(() => parseFact(osRelease, missing)).toThrow('No such file or directory');
  });

  it('refuses a file of other assignments', () => {
    expect(() => parseFact(osRelease, '__proto__=x\n')).toThrow('names no distribution');
  });

  it('recognises a loose file by its names', () => {
    const { plan } = osRelease;
    if (plan.kind !== 'text') throw new Error('no text fact');
    expect(plan.looksLike?.('PRETTY_NAME="Debian"\nNAME="Debian"\nID=debian\n')).toBe(true);
    expect(plan.looksLike?.('ID=7\nVALUE=8\n')).toBe(false);
  });
});
