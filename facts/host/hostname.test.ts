import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { hostname } from './hostname.ts';

describe('host.hostname', () => {
  it('reads the name alone on its line', () => {
    expect(parseFact(hostname, '# set by hand\nweb-03.example\n').value.name).toEqual({
      value: 'web-03.example',
      at: { entry: 'file', line: 2 },
    });
  });

  it('looks below the heading that names the command', () => {
    expect(parseFact(hostname, 'hostname\n========\ndb-01\n').value.name.value).toBe('db-01');
  });

  it('reads a name behind its label', () => {
    expect(parseFact(hostname, 'Static hostname: db-01\n').value.name.value).toBe('db-01');
  });

  it('is not known where the command failed', () => {
    expect(() => parseFact(hostname, 'bash: hostname: command not found\n')).toThrow('command not found');
  });
});
