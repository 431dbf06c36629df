import { readFileSync } from 'node:fs';

/** One example of a page: its files by name, and what is given after `--set`. */
export interface Example {
  readonly files: Readonly<Record<string, string>>;
  readonly set: readonly string[];
}

/** A page of docs/errors/, in parts. */
export interface ErrorPage {
  readonly title: string;
  /** Null on the pages of errors that no YAML file shows. */
  readonly wrong: Example | null;
  readonly right: Example | null;
  /** What the page says is printed for the wrong example. */
  readonly printed: string | null;
  /** The page with another text there. */
  readonly withPrinted: (text: string) => string;
}

export function readErrorPage(path: string): ErrorPage {
  const text = readFileSync(path, 'utf8');
  const [, wrongText] = text.split('\n## Wrong\n');
  const [before, after] = wrongText?.split('\n## Right\n') ?? [];
  const printed = before === undefined ? undefined : /```text\n([\s\S]*?)```/.exec(before)?.[1];
  const wrong = before === undefined ? null : example(before);
  return {
    title: text.split('\n')[0]!.replace(/^# /, ''),
    wrong,
    right: after === undefined ? null : example(after),
    printed: printed ?? null,
    withPrinted: (output) => text.replace(/```text\n[\s\S]*?```/, () => `\`\`\`text\n${output}\`\`\``),
  };
}

/** Files stand in yaml fences, under their name or as experiment.yaml; settings in the command of a sh fence. */
function example(text: string): Example {
  const files: Record<string, string> = {};
  for (const [, name, content] of text.matchAll(/(?:`([\w.-]+)`\n\n)?```yaml\n([\s\S]*?)```/g))
    files[name ?? 'experiment.yaml'] = content!;
  const command = /```sh\n(.*)\n```/.exec(text)?.[1] ?? '';
  const set = [...command.matchAll(/--set (\S+)/g)].map(([, setting]) => setting!);
  return { files, set };
}
