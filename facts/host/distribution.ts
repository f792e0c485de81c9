import {
  derivedFact,
  NotCollectedError,
  optional,
  versionParts,
  type Located,
} from '../../engine/api/index.ts';
import { analyzerXml, type AnalyzerXml } from '../mdatp/analyzer-xml.ts';
import { familyOf, type Family } from './distribution-family.ts';
import { osRelease, type OsRelease } from './os-release.ts';
import { releaseFile, type ReleaseFile } from './release-file.ts';
import { idOfProduct, releaseText } from './release-text.ts';

export interface Distribution {
  /** As os-release writes it; CentOS Stream is `centos_stream`, older SLES for SAP is `sles`. */
  readonly id: Located<string>;
  /** The most exact release that is known: 7.9.2009, 22.04, 12. */
  readonly version: Located<string> | undefined;
  /** For people: CentOS Linux 7.9. */
  readonly name: Located<string>;
  readonly idLike: Located<string> | undefined;
  /** The release as people write it, which says LTS where it is one. */
  readonly versionText: Located<string> | undefined;
  readonly family: Family;
  readonly major: number | undefined;
  readonly minor: number | undefined;
}

/** Which distribution the host runs, by os-release, by the release file, or by what the client analyzer wrote. */
export const distribution = derivedFact({
  name: 'host.distribution',
  describes: 'Distribution of the host',
  collect: { title: 'os-release', command: 'cat /etc/os-release > os-release' },
  fields: {
    id: { type: 'string', describes: 'Id of the distribution' },
    version: { type: 'version', describes: 'Most exact release that is known' },
    name: { type: 'string', describes: 'Name and release for people' },
    idLike: { type: 'string', describes: 'Ids of distributions that it derives from' },
    versionText: { type: 'string', describes: 'Release as people write it' },
  },
  view: { kind: 'fields', title: 'Distribution' },
  needs: { os: optional(osRelease), file: optional(releaseFile), summary: optional(analyzerXml) },
  derive({ os, file, summary }): Distribution {
    const found =
      (os && byOsRelease(os, file)) ?? (file && byReleaseFile(file)) ?? (summary && bySummary(summary));
    if (!found) throw new NotCollectedError('nothing names the distribution');
    return completed(found);
  },
});

interface Found {
  readonly id: Located<string>;
  readonly product: Located<string>;
  readonly version: Located<string> | undefined;
  readonly idLike?: Located<string> | undefined;
  readonly versionText?: Located<string> | undefined;
}

function byOsRelease(os: OsRelease, file: ReleaseFile | undefined): Found | undefined {
  const product = os.name ?? os.pretty_name ?? os.id;
  const written = os.id ?? (product && { value: idOfProduct(product.value), at: product.at });
  if (!product || !written) return undefined;
  const id = { value: aliasOf(written.value, os.name?.value ?? ''), at: written.at };
  const version = withMinor(os.version_id, id.value, file);
  return { id, product, version, idLike: os.id_like, versionText: os.version };
}

function aliasOf(id: string, name: string): string {
  if (id === 'sles_sap') return 'sles';
  return id === 'centos' && /^centos stream/iu.test(name) ? 'centos_stream' : id;
}

/** Some distributions write the major part alone (`VERSION_ID="7"`); their release file knows the rest. */
function withMinor(
  version: Located<string> | undefined,
  id: string,
  file: ReleaseFile | undefined,
): Located<string> | undefined {
  const exact = file?.version;
  if (!file || !exact || idOfProduct(file.product.value) !== id) return version;
  if (!version) return exact;
  const [major] = versionParts(exact.value);
  return String(major) === version.value && exact.value.includes('.') ? exact : version;
}

function byReleaseFile({ product, version, text }: ReleaseFile): Found {
  return { id: { value: idOfProduct(product.value), at: product.at }, product, version, versionText: text };
}

// <linux_distro>CentOS Linux 7.9.2009</linux_distro>
function bySummary({ linuxDistro, osName }: AnalyzerXml): Found | undefined {
  const text = [linuxDistro, osName].find(
    (one) => one && /[a-z]/iu.test(one.value) && !/^linux$/iu.test(one.value),
  );
  if (!text) return undefined;
  const { product, version } = releaseText(text.value);
  const { at } = text;
  return {
    id: { value: idOfProduct(product), at },
    product: { value: product, at },
    version: version === undefined ? undefined : { value: version, at },
    versionText: text,
  };
}

function completed({ id, product, version, idLike, versionText }: Found): Distribution {
  const [major, minor] = versionParts(version?.value ?? '');
  const release = version && /^\d+(?:\.\d+)?/u.exec(version.value)?.[0];
  return {
    id,
    version,
    name: { value: release === undefined ? product.value : `${product.value} ${release}`, at: product.at },
    idLike,
    versionText,
    family: familyOf(id.value, idLike?.value ?? ''),
    major,
    minor,
  };
}
