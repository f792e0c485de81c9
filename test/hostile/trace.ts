/** Calls that make what no reader of archives has to make, wherever that is. */
const NEVER = [
  'link',
  'linkat',
  'symlink',
  'symlinkat',
  'mknod',
  'mknodat',
  'mount',
  'setxattr',
  'lsetxattr',
];
/** Files that a bundle may point at; nothing of the command itself has a reason to open them. */
const SECRET = ['/etc/shadow'];
/** Devices that swallow what is written. */
const HARMLESS = ['/dev/null', '/dev/tty'];

// 4242 openat(AT_FDCWD, "/tmp/x", O_WRONLY|O_CREAT, 0666) = 17
const CALL = /^(?:\d+ +)?(?<call>[a-z0-9_]+)\((?<args>.*)$/u;
const PATH = /"(?<path>(?:[^"\\]|\\.)*)"/gu;
const WRITES = /\bO_(?:WRONLY|RDWR|CREAT|TRUNC|APPEND)\b/u;
const NET = /sa_family=AF_INET/u;

/** The lines of a trace that wrote outside a folder, made links or devices, opened secrets or reached for the net. */
export function foreignCalls(trace: string, folder: string): readonly string[] {
  return trace.split('\n').filter((line) => isForeign(line, folder));
}

function isForeign(line: string, folder: string): boolean {
  const { call = '', args = '' } = CALL.exec(line)?.groups ?? {};
  if (call === '') return false;
  if (call === 'connect' || call === 'bind') return NET.test(args);
  if (NEVER.includes(call)) return true;
  const paths = [...args.matchAll(PATH)].map((match) => match.groups?.['path'] ?? '');
  if (paths.some((path) => SECRET.includes(path))) return true;
  const isOpen = call.startsWith('open');
  if (isOpen && !WRITES.test(args)) return false;
  return paths.some((path) => !HARMLESS.includes(path) && !path.startsWith(`${folder}/`));
}
