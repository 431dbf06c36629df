/**
 * A whole-command test in one file (after Go's txtar archives):
 *
 *     # What the case shows.
 *     -- experiment.yaml --
 *     expc: 1
 *     -- session --
 *     $ expc check experiment.yaml
 *     error[EXPC202]: missing key `name`
 *     ...
 *     [exit 2]
 *
 * Files are written to an empty folder; each line of the session that starts with `$ ` is run there by sh. What it
 * prints (standard output, then standard error) must be what follows, and `[exit N]` its exit code when that is not 0.
 */
export interface CaseFile {
  readonly comment: string;
  readonly files: readonly { readonly name: string; readonly text: string }[];
  readonly session: string;
}

const header = /^-- (.+) --$/;

export function parseCase(text: string): CaseFile {
  const parts: { name: string; lines: string[] }[] = [];
  const comment: string[] = [];
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const name = header.exec(line)?.[1];
    if (name !== undefined) parts.push({ name, lines: [] });
    else (parts.at(-1)?.lines ?? comment).push(line);
  }
  const session = parts.find((part) => part.name === 'session');
  if (session === undefined) throw new Error('a case needs a part `-- session --`');
  const files = parts.filter((part) => part !== session);
  return {
    comment: comment.join('\n'),
    files: files.map(({ name, lines }) => ({ name, text: lines.map((line) => `${line}\n`).join('') })),
    session: session.lines.map((line) => `${line}\n`).join(''),
  };
}

/** The same file with another session. */
export function withSession(text: string, session: string): string {
  const start = text.indexOf('-- session --\n') + '-- session --\n'.length;
  return text.slice(0, start) + session;
}

/** The commands of a session, in order. */
export function commandsOf(session: string): string[] {
  return session
    .split('\n')
    .filter((line) => line.startsWith('$ '))
    .map((line) => line.slice(2));
}
