/** The forms that a table can be printed in. */
export const tableFormats = ['text', 'markdown', 'latex', 'csv'] as const;
export type TableFormat = (typeof tableFormats)[number];
