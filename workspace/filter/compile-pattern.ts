import { expressionText } from '../../engine/search/expression-text.ts';
import { linearExpression } from '../../engine/search/linear-expression.ts';
import { parseExpression } from '../../engine/search/parse-expression.ts';

/** Compiles an expression of a filter, in either case, so that it cannot run away; throws with what is wrong. */
export function compilePattern(source: string): RegExp {
  const parsed = parseExpression(source, true);
  if (!parsed.ok) throw new Error(parsed.mistake.message);
  const text = expressionText(parsed.expression);
  const compiled = linearExpression(text);
  if (!compiled) throw new Error(source);
  // Without `g`: each test begins at the first character.
  return new RegExp(compiled.quick.source);
}
