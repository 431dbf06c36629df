/** Guards against hostile or mistaken input. An experiment that a person writes is far below each of them. */
export const limits = {
  /** UTF-16 units of one file. */
  characters: 1_000_000,
  /** Maps and lists inside each other. */
  depth: 64,
  /** Aliases (`*name`) of one file. */
  aliases: 200,
  /** Values of one file, those behind aliases counted each time. */
  values: 200_000,
} as const;
