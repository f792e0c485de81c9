import { expressionMatcher } from './expression-matcher.ts';
import { expressionText } from './expression-text.ts';
import type { ExpressionMistake } from './expression.ts';
import { linearExpression } from './linear-expression.ts';
import { literalMatcher } from './literal-matcher.ts';
import { parseExpression } from './parse-expression.ts';
import type { LineMatcher, SearchQuery } from './query.ts';
import { requiredLiteral } from './required-literal.ts';

export type CompiledQuery =
  | { readonly ok: true; readonly matcher: LineMatcher }
  | { readonly ok: false; readonly mistake: ExpressionMistake };

/** Makes a query ready, or says what is wrong with it. No query that is taken can take long for a line. */
export function compileQuery({ pattern, expression, ignoreCase, wholeWord }: SearchQuery): CompiledQuery {
  if (pattern === '') return refused('nothing to look for', 0);
  if (!expression && /[\n\r]/u.test(pattern))
    return refused('a line end is in no line', pattern.search(/[\n\r]/u));
  if (!expression && !ignoreCase) return { ok: true, matcher: literalMatcher(pattern, wholeWord) };
  const parsed = parseExpression(expression ? pattern : escaped(pattern), ignoreCase);
  if (!parsed.ok) return parsed;
  const text = expressionText(parsed.expression);
  const compiled = linearExpression(wholeWord ? wordText(text, pattern, expression) : text);
  if (!compiled) return refused('it cannot be matched in linear time, as with large counts', 0);
  return { ok: true, matcher: expressionMatcher(compiled, requiredLiteral(parsed.expression)) };
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);
}

/** An expression is to begin and end at the edge of a word; a text only where it begins or ends with a part of one. */
function wordText(text: string, pattern: string, expression: boolean): string {
  const edge = (character: string | undefined): string =>
    expression || /\w/u.test(character ?? '') ? '\\b' : '';
  return `${edge(pattern[0])}(?:${text})${edge(pattern.at(-1))}`;
}

function refused(message: string, at: number): CompiledQuery {
  return { ok: false, mistake: { message, at } };
}
