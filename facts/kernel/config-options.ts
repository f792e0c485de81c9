import { UnreadableError, type Located, type Location, type TextEntry } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';

/** One file of options that a kernel was built with. */
export interface ConfigFile {
  /** Options by their names; one that is said to be not set is `n`, one that is not named at all is missing. */
  readonly options: ReadonlyMap<string, Located<string>>;
  /** Kernel that the file is of, where its heading or its name tells. */
  readonly release: string | undefined;
  /** Where the file begins. */
  readonly source: Location;
  /** Whether an option that is not named is surely not there. */
  readonly complete: boolean;
}

export function configFile(entry: TextEntry): ConfigFile {
  refuseFailedCommand(entry);
  const options = optionsOf(entry);
  const [first] = entry.lines();
  if (options.size === 0 || !first) throw new UnreadableError(`${entry.path} holds no options of a kernel`);
  return {
    options,
    release: releaseOf(entry),
    source: first.at,
    complete: !entry.cut && options.size >= LEAST_OPTIONS,
  };
}

/** A kernel has thousands of options; fewer, even below the heading, are what somebody picked out. */
const LEAST_OPTIONS = 500;

// CONFIG_FANOTIFY=y
const SET = /^(?<name>CONFIG_\w+)=(?<value>.*)$/u;
// # CONFIG_FANOTIFY_ACCESS_PERMISSIONS is not set
const NOT_SET = /^# (?<name>CONFIG_\w+) is not set$/u;

function optionsOf(entry: TextEntry): ReadonlyMap<string, Located<string>> {
  const options = new Map<string, Located<string>>();
  for (const { text, at } of entry.lines()) {
    const line = text.trim();
    const { name, value = 'n' } = (SET.exec(line) ?? NOT_SET.exec(line))?.groups ?? {};
    if (name) options.set(name, { value: value.replaceAll('"', ''), at });
  }
  return options;
}

// # Linux/x86_64 5.14.0-427.13.1.el9_4.x86_64 Kernel Configuration
const HEADING = /^# Linux\/\S+ (?<release>\d\S*) Kernel Configuration/u;
/** Lines within which the heading stands. */
const HEAD = 6;

function heading(entry: TextEntry): string | undefined {
  for (const { text } of entry.lines().slice(0, HEAD)) {
    const release = HEADING.exec(text)?.groups?.['release'];
    if (release !== undefined) return release;
  }
  return undefined;
}

/** The name is exact; the heading of some distributions lacks the build. */
function releaseOf(entry: TextEntry): string | undefined {
  return (
    /(?:^|\/)config-(?<release>\d[^/]*?)(?:\.gz)?$/u.exec(entry.path)?.groups?.['release'] ?? heading(entry)
  );
}
