/**
 * Freezes a value with all that it holds, so that an analyzer that writes to a shared fact fails by itself.
 * Iterative: depth is the input's to choose.
 */
export function freezeDeep<Value>(value: Value): Value {
  const queue: unknown[] = [value];
  for (let next = queue.pop(); next !== undefined || queue.length > 0; next = queue.pop()) {
    if (typeof next !== 'object' || next === null || Object.isFrozen(next) || ArrayBuffer.isView(next))
      continue;
    Object.freeze(next);
    if (next instanceof Map) queue.push(...next.values());
    else if (next instanceof Set) continue;
    else for (const key of Object.keys(next)) queue.push((next as Record<string, unknown>)[key]);
  }
  return value;
}
