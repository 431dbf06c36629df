/** Is one of two dotted paths the other, or inside it? */
export function related(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
}

/** Does a change at `changed` show to someone who reads `read`? `poison?` reads only whether there is such a value. */
export function affects(changed: string, read: string): boolean {
  if (!read.endsWith('?')) return related(changed, read);
  const whole = read.slice(0, -1);
  return whole === changed || whole.startsWith(`${changed}.`);
}
