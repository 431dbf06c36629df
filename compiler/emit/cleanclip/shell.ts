/** A flag with its value as the shell shall see it; null for a switch. */
export type Flag = readonly [string, string | null];

/** A command with one flag a line. */
export function command(program: string, flags: readonly Flag[]): string {
  const parts = flags.map(([name, value]) => `  --${name}${value === null ? '' : ` ${value}`}`);
  return [program, ...parts].join(' \\\n');
}

/** A comment; its text cannot end the line that it stands on. */
export function comment(text: string): string {
  return `# ${text.replace(/\s+/g, ' ')}`;
}

/** A text as one word of the shell. */
export function quoted(text: string): string {
  return /^[A-Za-z0-9_./+=:@%,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
