import type { RedactionWords } from '../api/index.ts';

/** Decides which names tell something of somebody. */
export class Names {
  readonly #publicHosts: ReadonlySet<string>;
  readonly #systemUsers: ReadonlySet<string>;
  readonly #everyday: ReadonlySet<string>;

  constructor({ publicHosts, systemUsers, everydayWords }: RedactionWords) {
    this.#publicHosts = new Set(publicHosts.map((name) => name.toLowerCase()));
    this.#systemUsers = new Set(systemUsers.map((name) => name.toLowerCase()));
    this.#everyday = new Set(everydayWords.map((name) => name.toLowerCase()));
  }

  /** A name of a host that is not everyone's: has a letter, and no public name above it. */
  isOwnHost(name: string): boolean {
    const lower = name.toLowerCase().replace(/\.$/u, '');
    if (!/[a-z]/u.test(lower) || LOCAL.test(lower) || !HOST.test(lower)) return false;
    for (let at = 0; at >= 0; at = lower.indexOf('.', at) + 1 || -1) {
      if (this.#publicHosts.has(lower.slice(at))) return false;
    }
    return true;
  }

  isOwnUser(name: string): boolean {
    const lower = name.toLowerCase();
    return USER.test(lower) && !this.#systemUsers.has(lower);
  }

  /** A word that stands in texts of every host: replaced only where its context says what it is. */
  isEveryday(name: string): boolean {
    const lower = name.toLowerCase();
    return (
      lower.length < 3 ||
      this.#everyday.has(lower) ||
      this.#systemUsers.has(lower) ||
      /^\d+$/u.test(lower) ||
      (lower.length < 5 && /^[a-z]+$/u.test(lower))
    );
  }
}

const LOCAL =
  /^(?:localhost|localhost\d|ip6-[a-z]+|localdomain\d?|(?:.+\.)?localdomain\d?|none|null|host|example)$/u;
const HOST = /^(?=.{1,253}$)[a-z0-9_\u{80}-\u{ff}](?:[a-z0-9_.\u{80}-\u{ff}-]*[a-z0-9_\u{80}-\u{ff}])?$/u;
const USER = /^[a-z_\u{80}-\u{ff}][a-z0-9_.\u{80}-\u{ff}-]{0,63}\$?$/u;
