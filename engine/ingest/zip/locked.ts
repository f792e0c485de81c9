import type { EntryPath } from '../../api/index.ts';
import type { IngestContext } from '../context.ts';

/** Names that a sentence shows; the rest is a number. */
const SHOWN = 3;

/** Members of one archive that no password opened: many, yet one problem. */
export class Locked {
  readonly #archive: EntryPath;
  readonly #context: IngestContext;
  readonly #shown: EntryPath[] = [];
  #count = 0;

  constructor(archive: EntryPath, context: IngestContext) {
    this.#archive = archive;
    this.#context = context;
  }

  /** Takes a member down; says why it is not read. */
  add(member: EntryPath): string {
    this.#count++;
    if (this.#shown.length < SHOWN) this.#shown.push(member);
    return this.#context.password
      ? `${member} is encrypted, by another password than the one given`
      : `${member} is encrypted`;
  }

  tell(): void {
    if (this.#count === 0) return;
    const rest = this.#count - this.#shown.length;
    const names = this.#shown.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
    const are = this.#count === 1 ? 'is' : 'are';
    if (this.#context.password)
      this.#context.note('wrong-password', `The password does not open ${names}`, this.#archive);
    else
      this.#context.note(
        'password-needed',
        `${names} ${are} encrypted and no password is given`,
        this.#archive,
      );
  }
}
