/** Marks parts of a message for a terminal, or leaves them as they are. */
export interface Palette {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly quiet: (text: string) => string;
}

const escape =
  (code: string) =>
  (text: string): string =>
    text === '' ? '' : `\u001b[${code}m${text}\u001b[0m`;
const same = (text: string): string => text;

export const plain: Palette = { error: same, warning: same, strong: same, quiet: same };
export const colors: Palette = {
  error: escape('1;31'),
  warning: escape('1;33'),
  strong: escape('1'),
  quiet: escape('34'),
};
