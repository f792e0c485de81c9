/** The names that a section of the managed settings may hold; '' is the top. */
export function keysIn(shapes: ReadonlyMap<string, unknown>, section: string): readonly string[] {
  return [...shapes.keys()].flatMap((path) =>
    sectionOf(path) === section ? [path.slice(path.lastIndexOf('.') + 1)] : [],
  );
}

/** `antivirusEngine` of `antivirusEngine.exclusions`. */
export function sectionOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('.'), 0));
}
