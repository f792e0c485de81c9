import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { repositories, type Repositories } from './repositories.ts';

const parse = (files: Readonly<Record<string, string>>): Repositories =>
  parseFact<Repositories>(repositories, files).value;

describe('packages.repositories', () => {
  it('reads a file of yum; a section without enabled is in use', () => {
    const text =
      '[packages-microsoft-com-prod]\nname=packages-microsoft-com-prod\nbaseurl=https://packages.microsoft.com/rhel/9/prod/\n\n[fast]\nbaseurl = https://packages.microsoft.com/rhel/9/insiders-fast/\nenabled=0\n';
    expect(parse({ 'etc/yum.repos.d/microsoft.repo': text }).microsoft).toEqual([
      {
        value: {
          id: 'packages-microsoft-com-prod',
          url: 'https://packages.microsoft.com/rhel/9/prod/',
          suite: '',
          enabled: true,
          ring: 'prod',
          distribution: 'rhel',
          release: '9',
        },
        at: { entry: 'etc/yum.repos.d/microsoft.repo', line: 1 },
      },
      {
        value: {
          id: 'fast',
          url: 'https://packages.microsoft.com/rhel/9/insiders-fast/',
          suite: '',
          enabled: false,
          ring: 'insiders-fast',
          distribution: 'rhel',
          release: '9',
        },
        at: { entry: 'etc/yum.repos.d/microsoft.repo', line: 5 },
      },
    ]);
  });

  it('reads a list of apt, where the channel is the suite', () => {
    const text =
      'deb [arch=amd64,arm64 signed-by=/usr/share/keyrings/microsoft-prod.gpg] https://packages.microsoft.com/ubuntu/22.04/prod jammy main\n# deb https://packages.microsoft.com/ubuntu/22.04/prod insiders-fast main\ndeb-src https://archive.example/ubuntu jammy main\n';
    const { microsoft } = parse({ 'etc/apt/sources.list.d/microsoft-prod.list': text });
    expect(microsoft.map(({ value }) => [value.ring, value.enabled, value.release])).toEqual([
      ['prod', true, '22.04'],
      ['insiders-fast', false, '22.04'],
    ]);
  });

  it('reads stanzas of apt', () => {
    const text =
      '# written by hand\nTypes: deb\nURIs: https://packages.microsoft.com/debian/12/prod/\nSuites: bookworm insiders-slow\nComponents: main\n\nTypes: deb\nEnabled: no\nURIs: https://mirror.example/debian\nSuites: bookworm\n';
    const found = parse({ 'etc/apt/sources.list.d/microsoft.sources': text });
    expect(found.microsoft.map(({ value, at }) => [value.ring, at.line])).toEqual([
      ['prod', 3],
      ['insiders-slow', 3],
    ]);
    expect(found.repositories.at(-1)?.value).toEqual({
      id: '',
      url: 'https://mirror.example/debian',
      suite: 'bookworm',
      enabled: false,
    });
  });

  it('knows the older addresses', () => {
    const text = '[a]\nbaseurl=https://packages.microsoft.com/yumrepos/microsoft-rhel8.0-prod\nenabled=1\n';
    expect(parse({ 'a.repo': text }).microsoft[0]?.value).toMatchObject({
      ring: 'prod',
      distribution: 'rhel',
      release: '8.0',
    });
  });

  it("leaves Microsoft's repositories of other programs out", () => {
    const text = '[azure-cli]\nbaseurl=https://packages.microsoft.com/yumrepos/azure-cli\nenabled=1\n';
    expect(parse({ 'azure-cli.repo': text }).microsoft).toEqual([]);
  });

  it('takes a file of comments for an empty list', () => {
    expect(parse({ 'sources.list': '# moved to sources.list.d\n' }).repositories).toEqual([]);
  });

  it('refuses files that name nothing', () => {
    expect(() => parse({ 'sources.list': 'some words\n' })).toThrow('no file names a source');
  });
});
