/** Ubuntu's LTS releases come in April of even years: 22.04, and its point releases 22.04.5. */
export function isLts(version: string): boolean {
  return /^\d?[02468]\.04(?:\.|$)/u.test(version);
}
