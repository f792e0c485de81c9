import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { analyzerXml } from '../mdatp/analyzer-xml.ts';
import { distribution, type Distribution } from './distribution.ts';
import { osRelease } from './os-release.ts';
import { releaseFile } from './release-file.ts';

function derive(texts: { os?: string; file?: string; summary?: string }): Distribution {
  const { plan } = distribution;
  if (plan.kind !== 'derived') throw new Error('no derived fact');
  return plan.derive(
    {
      os: texts.os === undefined ? undefined : parseFact(osRelease, texts.os).value,
      file: texts.file === undefined ? undefined : parseFact(releaseFile, texts.file).value,
      summary: texts.summary === undefined ? undefined : parseFact(analyzerXml, texts.summary).value,
    },
    () => undefined,
  );
}

const CENTOS_7 =
  'NAME="CentOS Linux"\nVERSION="7 (Core)"\nID="centos"\nID_LIKE="rhel fedora"\nVERSION_ID="7"\n';
const UBUNTU =
  'NAME="Ubuntu"\nVERSION_ID="22.04"\nVERSION="22.04.3 LTS (Jammy Jellyfish)"\nID=ubuntu\nID_LIKE=debian\n';

describe('host.distribution', () => {
  it('takes the minor release from the release file', () => {
    const { version, name, major, minor } = derive({
      os: CENTOS_7,
      file: 'CentOS Linux release 7.9.2009 (Core)\n',
    });
    expect(version?.value).toBe('7.9.2009');
    expect(name.value).toBe('CentOS Linux 7.9');
    expect([major, minor]).toEqual([7, 9]);
  });

  it('does not trust the release file of another product', () => {
    const { version } = derive({ os: CENTOS_7, file: 'Oracle Linux Server release 7.9\n' });
    expect(version?.value).toBe('7');
  });

  it('does not trust the release file of another major release', () => {
    const { version } = derive({ os: CENTOS_7, file: 'CentOS Linux release 8.4.2105\n' });
    expect(version?.value).toBe('7');
  });

  it('does not know the minor release that nothing names', () => {
    const { major, minor } = derive({ os: CENTOS_7 });
    expect([major, minor]).toEqual([7, undefined]);
  });

  it('keeps the release of Ubuntu and the text that says LTS', () => {
    const { id, version, versionText, name, family } = derive({ os: UBUNTU });
    expect([id.value, version?.value, name.value, family]).toEqual([
      'ubuntu',
      '22.04',
      'Ubuntu 22.04',
      'deb',
    ]);
    expect(versionText?.value).toBe('22.04.3 LTS (Jammy Jellyfish)');
  });

  it('tells CentOS Stream from CentOS', () => {
    expect(derive({ os: 'NAME="CentOS Stream"\nID="centos"\nVERSION_ID="8"\n' }).id.value).toBe(
      'centos_stream',
    );
  });

  it('counts SLES for SAP as SLES', () => {
    expect(derive({ os: 'NAME="SLES_SAP"\nID="sles_sap"\nVERSION_ID="12.1"\n' }).id.value).toBe('sles');
  });

  it('knows hosts without os-release by the release file', () => {
    const { id, version, name, family } = derive({
      file: 'Red Hat Enterprise Linux Server release 6.7 (Santiago)\n',
    });
    expect([id.value, version?.value, family]).toEqual(['rhel', '6.7', 'rpm']);
    expect(name.value).toBe('Red Hat Enterprise Linux Server 6.7');
  });

  it('follows the summary of the client analyzer where there is nothing else', () => {
    const { id, version } = derive({
      summary:
        '<mdatp><device_info><linux_distro>Oracle Linux Server 8.6</linux_distro></device_info></mdatp>',
    });
    expect([id.value, version?.value]).toEqual(['ol', '8.6']);
  });

  it('knows the family of a derived distribution', () => {
    expect(derive({ os: 'NAME="Blue"\nID=blue\nID_LIKE="ubuntu debian"\n' }).family).toBe('deb');
    expect(derive({ os: 'NAME="Arch Linux"\nID=arch\n' }).family).toBe('other');
  });

  it('is not known without any source', () => {
    expect(() => derive({})).toThrow('nothing names the distribution');
  });
});
