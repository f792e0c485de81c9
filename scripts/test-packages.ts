import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** One line of test/packages.txt. */
export interface TestPackage {
  readonly name: string;
  /** The program that shows that it is there, by its path where that is on no PATH; `-` for a package without one. */
  readonly program: string;
  readonly use: string;
}

export function packagesOf(text: string): readonly TestPackage[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [name = '', program = '', ...use] = line.split(' ');
      return { name, program, use: use.join(' ') };
    });
}

/** Where a program lies on the PATH, or at a path of its own; undefined where it does not. */
export function programAt(program: string): string | undefined {
  if (isAbsolute(program)) return isProgram(program) ? program : undefined;
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not there, or none that this user may run.
    return false;
  }
}

/** Brings what tests need where that can be done without asking; says by name what is missing otherwise. */
export function bringTestPackages(root: string): void {
  const wanted = packagesOf(readFileSync(join(root, 'test', 'packages.txt'), 'utf8'));
  const missing = wanted.filter(({ program }) => program !== '-' && programAt(program) === undefined);
  if (missing.length === 0) return;
  const names = wanted.map(({ name }) => name);
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync('/etc/debian_version')) {
    console.log(`Installing what tests need: ${names.join(' ')}`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const options = { stdio: 'ignore', env } as const;
    spawnSync('apt-get', ['update', '-qq'], options);
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], options);
  }
  for (const { program, use } of missing) {
    if (programAt(program) === undefined) console.log(`Tests are skipped for want of ${program}: ${use}`);
  }
  if (missing.some(({ program }) => programAt(program) === undefined)) {
    console.log(`Bring it by: sudo apt-get install ${names.join(' ')}`);
  }
}
