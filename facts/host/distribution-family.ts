/** What packages a distribution is made of. */
export type Family = 'rpm' | 'deb' | 'other';

const DEB = ['debian', 'ubuntu', 'raspbian', 'linuxmint', 'kali', 'pop', 'elementary', 'devuan'];

const RPM = [
  'rhel',
  'centos',
  'centos_stream',
  'fedora',
  'ol',
  'rocky',
  'almalinux',
  'amzn',
  'sles',
  'sled',
  'suse',
  'opensuse',
  'opensuse-leap',
  'opensuse-tumbleweed',
  'scientific',
  'virtuozzo',
  'mariner',
  'azurelinux',
  'photon',
  'mageia',
];

/** Family by the id, or by the ids that the distribution derives from. */
export function familyOf(id: string, idLike: string): Family {
  const ids = [id, ...idLike.split(/\s+/u)];
  for (const one of ids) {
    if (DEB.includes(one)) return 'deb';
    if (RPM.includes(one)) return 'rpm';
  }
  return 'other';
}
