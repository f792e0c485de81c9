/** A text message: what would be a link or the place of an argument is neither. */
export function message(text: string): { readonly text: string } {
  return {
    text: text
      .replaceAll(/\{(?=\d+\})/gu, '{{')
      .replaceAll(/(?<=\{\{\d+)\}/gu, '}}')
      .replaceAll(/\](?=\()/gu, '\\]'),
  };
}
