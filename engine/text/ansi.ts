// ESC [ 31 m · ESC ] 0 ; title BEL · ESC ( B: colours, titles and character sets of a terminal
const ANSI =
  /\u001b(?:\[[0-9;:?<=>]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[()*+][0-9A-Za-z]|[@-Z\\-_=>])/gu;

/** A line without the codes that colour a terminal. */
export function stripAnsi(text: string): string {
  return text.includes('\u001b') ? text.replaceAll(ANSI, '') : text;
}
