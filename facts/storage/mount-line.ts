export interface Mount {
  readonly source: string;
  readonly target: string;
  readonly type: string;
  /** With commas between; empty where the listing has none. */
  readonly options: string;
}

/** One line of any of the listings. */
export function mountOf(line: string): Mount | undefined {
  return byMount(line) ?? byWords(line.split(/\s+/u));
}

// ext4 (rw,relatime) [label]
const TYPE = /^(?<type>\S+)(?: \((?<options>[^)]*)\))?(?: \[[^\]]*\])?$/u;

// /dev/sda1 on /boot type ext4 (rw,relatime) [boot]
function byMount(line: string): Mount | undefined {
  const on = line.indexOf(' on /');
  const typed = line.lastIndexOf(' type ');
  if (on < 1 || typed < on) return undefined;
  const { type, options = '' } = TYPE.exec(line.slice(typed + ' type '.length))?.groups ?? {};
  if (type === undefined) return undefined;
  return { source: line.slice(0, on), target: line.slice(on + ' on '.length, typed), type, options };
}

function byWords(words: readonly string[]): Mount | undefined {
  if (words.includes('-') && /^\d+$/u.test(words[0] ?? '')) return byMountInfo(words);
  // /dev/sda1 /boot ext4 rw,relatime 0 0
  if (words.length === 6 && /^\d+$/u.test(words[5] ?? '')) {
    const [source = '', target = '', type = '', options = ''] = words;
    return target.startsWith('/') ? decoded({ source, target, type, options }) : undefined;
  }
  return byFindmnt(words);
}

// 47 39 8:1 / /boot rw,relatime shared:30 - xfs /dev/sda1 rw,attr2,noquota
function byMountInfo(words: readonly string[]): Mount | undefined {
  const target = words[4];
  const own = words[5];
  const [type, source, superblock = ''] = words.slice(words.indexOf('-') + 1);
  if (!target?.startsWith('/') || own === undefined || type === undefined || source === undefined)
    return undefined;
  const options = [...new Set([...own.split(','), ...superblock.split(',')])].filter(
    (option) => option !== '',
  );
  return decoded({ source, target, type, options: options.join(',') });
}

// ├─/boot /dev/sda1 ext4 rw,relatime
function byFindmnt(words: readonly string[]): Mount | undefined {
  const from = words.findIndex((word) => word.includes('/'));
  const [drawn = '', source, type, options = '', ...more] = words.slice(from);
  const isTree = words.slice(0, from).every((word) => /^[│├└─|`-]+$/u.test(word));
  const target = drawn.replace(/^[│├└─|`-]+/u, '');
  if (from < 0 || !isTree || !target.startsWith('/') || more.length > 0) return undefined;
  return source === undefined || type === undefined ? undefined : decoded({ source, target, type, options });
}

function decoded({ source, target, type, options }: Mount): Mount {
  return { source: unescaped(source), target: unescaped(target), type, options };
}

// /mnt/my\040share · /mnt/my\x20share
function unescaped(text: string): string {
  return text.replaceAll(/\\(?:x([\da-f]{2})|([0-3][0-7]{2}))/giu, (_, hex?: string, octal?: string) =>
    String.fromCharCode(hex === undefined ? parseInt(octal ?? '', 8) : parseInt(hex, 16)),
  );
}
