import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { releaseFile } from './release-file.ts';

function read(text: string): readonly [string, string | undefined] {
  const { product, version } = parseFact(releaseFile, text).value;
  return [product.value, version?.value];
}

describe('host.release-file', () => {
  it('parts product and release', () => {
    expect(read('CentOS Linux release 7.9.2009 (Core)\n')).toEqual(['CentOS Linux', '7.9.2009']);
  });

  it('keeps the line as it is written', () => {
    const { value } = parseFact(releaseFile, 'Red Hat Enterprise Linux Server release 6.7 (Santiago)\n');
    expect(value.text).toEqual({
      value: 'Red Hat Enterprise Linux Server release 6.7 (Santiago)',
      at: { entry: 'file', line: 1 },
    });
  });

  it('leaves out the build behind the release', () => {
    expect(read('Red Hat Enterprise Linux release 7.5-0.14\n')).toEqual(['Red Hat Enterprise Linux', '7.5']);
  });

  it('joins release and patch level of SUSE', () => {
    expect(read('SUSE Linux Enterprise Server 12 (x86_64)\nVERSION = 12\nPATCHLEVEL = 5\n')).toEqual([
      'SUSE Linux Enterprise Server',
      '12.5',
    ]);
  });

  it('reads lsb-release by its description', () => {
    expect(read('DISTRIB_ID=Ubuntu\nDISTRIB_DESCRIPTION="Ubuntu 22.04.3 LTS"\n')).toEqual([
      'Ubuntu',
      '22.04.3',
    ]);
  });

  it('reads the output of lsb_release', () => {
    expect(read('LSB Version:\t:base-4.0\nDescription:\tOracle Linux Server release 7.9\n')).toEqual([
      'Oracle Linux Server',
      '7.9',
    ]);
  });

  it('knows a product without a release', () => {
    expect(read('Arch Linux\n')).toEqual(['Arch Linux', undefined]);
  });

  it('is not known where lsb-release names the standard only', () => {
    expect(() => parseFact(releaseFile, 'LSB_VERSION=base-4.0-amd64\n')).toThrow('names no release');
  });
});
