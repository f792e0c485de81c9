import {
  REDACTION_CLASSES,
  type Identity,
  type RedactionClass,
  type RedactionDone,
  type RedactionWords,
} from '../api/index.ts';
import { KINDS, SPAN_KINDS, type Span, type SpanKind } from './kinds.ts';
import { LearnedNames } from './learned-names.ts';
import { Names } from './names.ts';
import { Pseudonyms, type MappingRow } from './pseudonyms.ts';
import { privateKeyEnd } from './rules/shapes.ts';
import { Scanner, settled } from './scanner.ts';

export interface RedactorOptions {
  readonly words: RedactionWords;
  /** All where it is left out. */
  readonly classes?: readonly RedactionClass[] | undefined;
}

/**
 * Takes secrets and identities out of texts. It learns first, from facts and from the texts themselves, what it then
 * finds everywhere; a value has the same pseudonym wherever it stands.
 */
export class Redactor {
  readonly classes: readonly RedactionClass[];
  readonly #words: RedactionWords;
  readonly #wanted: ReadonlySet<SpanKind>;
  readonly #names: Names;
  readonly #pseudonyms = new Pseudonyms();
  readonly #learned: LearnedNames;
  readonly #forms: Scanner;
  readonly #places = new Map<RedactionClass, number>();
  readonly #values = new Map<RedactionClass, Set<string>>();
  #all: Scanner | undefined;

  constructor({ words, classes = REDACTION_CLASSES }: RedactorOptions) {
    this.classes = REDACTION_CLASSES.filter((one) => classes.includes(one));
    this.#words = words;
    this.#wanted = new Set(SPAN_KINDS.filter((kind) => this.classes.includes(KINDS[kind].class)));
    this.#names = new Names(words);
    this.#learned = new LearnedNames(this.#names, this.#pseudonyms);
    this.#forms = new Scanner(words, this.#names);
  }

  learnIdentities(identities: readonly Identity[]): void {
    this.#learned.addIdentities(identities);
    this.#all = undefined;
  }

  /** Learns from a piece of text, whole lines of it. */
  learn(bytes: Uint8Array): void {
    const text = latin1Of(bytes);
    this.#forms.scan(bytes, text, ({ from, to, kind }) => {
      if (KINDS[kind].learned) this.#learned.addFound(kind, text.slice(from, to));
    });
    this.#all = undefined;
  }

  /** What is to be replaced in a piece of text, whole lines of it; `openKey` is where a private key went on before. */
  #spansIn(bytes: Uint8Array, text: string, openKey: number): readonly Span[] {
    this.#all ??= new Scanner(this.#words, this.#names, this.#learned);
    const spans: Span[] = openKey > 0 ? [{ from: 0, to: openKey, kind: 'private-key' }] : [];
    this.#all.scan(bytes, text, (span) => {
      if (this.#wanted.has(span.kind)) spans.push(span);
    });
    return settled(spans, ({ kind }) => KINDS[kind].rank);
  }

  /** The same lines with pseudonyms in them: never one more, never one less. */
  redact(bytes: Uint8Array, stream?: RedactedStream): Uint8Array {
    const text = latin1Of(bytes);
    const openKey = stream?.insideKey ? privateKeyEnd(text, 0) : 0;
    const spans = this.#spansIn(bytes, text, openKey);
    if (stream) {
      const last = spans.at(-1);
      stream.insideKey = last?.kind === 'private-key' && last.to === text.length;
    }
    if (spans.length === 0) return bytes;
    const parts: string[] = [];
    let done = 0;
    for (const { from, to, kind } of spans) {
      parts.push(text.slice(done, from), this.#replaced(kind, text.slice(from, to)));
      done = to;
    }
    parts.push(text.slice(done));
    return Buffer.from(parts.join(''), 'latin1');
  }

  /** A text of ours, a name or a message. Stray bytes of names, which are no characters, stay. */
  text(text: string): string {
    if (text === '') return text;
    if (!text.isWellFormed())
      return text
        .split(LONE)
        .map((part, at) => (at % 2 ? part : this.text(part)))
        .join('');
    const bytes = Buffer.from(text, 'utf8');
    const redacted = this.redact(bytes);
    return redacted === bytes ? text : Buffer.from(redacted).toString('utf8');
  }

  /** What was replaced since it was asked last. */
  takeDone(): RedactionDone {
    const done: RedactionDone = {
      classes: this.classes,
      counts: this.classes.flatMap((one) => {
        const places = this.#places.get(one) ?? 0;
        return places === 0 ? [] : [{ class: one, values: this.#values.get(one)?.size ?? 0, places }];
      }),
    };
    this.#places.clear();
    this.#values.clear();
    return done;
  }

  mapping(): readonly MappingRow[] {
    return this.#pseudonyms.mapping();
  }

  #replaced(kind: SpanKind, value: string): string {
    const { class: of } = KINDS[kind];
    if (kind !== 'private-key') {
      const pseudonym = this.#pseudonyms.of(kind, value);
      this.#count(of, pseudonym);
      return pseudonym;
    }
    // A key keeps its lines, so that those behind it keep their numbers.
    let isCounted = false;
    return value.replaceAll(KEY_PART, (part) => {
      const pseudonym = this.#pseudonyms.of(kind, part);
      if (!isCounted) this.#count(of, pseudonym);
      isCounted = true;
      return pseudonym;
    });
  }

  #count(of: RedactionClass, pseudonym: string): void {
    this.#places.set(of, (this.#places.get(of) ?? 0) + 1);
    const values = this.#values.get(of) ?? new Set<string>();
    this.#values.set(of, values.add(pseudonym));
  }
}

/** What goes on from one piece of a file to the next. */
export interface RedactedStream {
  insideKey: boolean;
}

/** Half of a pair of surrogates: a byte of a name that is no UTF-8. */
const LONE = /(\p{Cs}+)/u;
/** What stands between the line ends of a key, written out or not. */
const KEY_PART = /(?:(?!\\+[rn])[^\r\n])+/gu;

function latin1Of(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
