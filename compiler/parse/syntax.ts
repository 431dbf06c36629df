import type { ErrorCode, YAMLError } from 'yaml';
import type { Diagnostic } from '../document/diagnostic.js';
import type { Code } from '../diagnostics/codes.js';
import { problem } from '../diagnostics/problem.js';
import type { Positions } from './position.js';

interface Wording {
  readonly code: Code;
  readonly message: string;
  readonly label?: string;
  readonly hint?: string;
}

/** The parser's error codes in our words. A code that is not here keeps the parser's own message. */
const wordings: Partial<Record<ErrorCode, Wording>> = {
  TAB_AS_INDENT: {
    code: 'EXPC102',
    message: 'tab in the indentation',
    hint: 'YAML is indented with spaces: replace the tab by two spaces',
  },
  MULTIPLE_DOCS: {
    code: 'EXPC107',
    message: 'more than one document in a file',
    label: 'the second document starts here',
    hint: 'write each experiment to a file of its own',
  },
  RESOURCE_EXHAUSTION: { code: 'EXPC110', message: 'maps and lists are nested too deeply' },
  MISSING_CHAR: { code: 'EXPC101', message: '' },
  BAD_INDENT: {
    code: 'EXPC101',
    message: 'wrong indentation',
    hint: 'keys of one map start in the same column',
  },
  BAD_SCALAR_START: {
    code: 'EXPC101',
    message: 'text that starts with a character reserved by YAML',
    hint: 'put the text into quotes',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    code: 'EXPC101',
    message: 'a second `:` in one line, or a map where text is expected',
    hint: 'put a text that contains `: ` into quotes, and every key on a line of its own',
  },
  MULTILINE_IMPLICIT_KEY: {
    code: 'EXPC101',
    message: 'a line that is neither a key nor part of a text',
    label: 'a key needs a `:` and a value in the same line',
  },
  BLOCK_IN_FLOW: {
    code: 'EXPC101',
    message: 'a block inside `{ }` or `[ ]`',
    hint: 'inside brackets separate entries by commas',
  },
  BAD_DQ_ESCAPE: {
    code: 'EXPC101',
    message: 'unknown escape in a text in double quotes',
    hint: "write the backslash twice, or use single quotes ('...')",
  },
};

const openBracket: Wording = {
  code: 'EXPC101',
  message: 'a bracket (`[` or `{`) is not closed',
  label: 'at the latest here',
  hint: 'close it; inside brackets every line must be indented',
};

/** Errors of the YAML parser as diagnostics: one a line, because one slip often makes several. */
export function syntaxProblems(errors: readonly YAMLError[], positions: Positions): Diagnostic[] {
  const byLine = new Map<number, YAMLError>();
  for (const error of errors) {
    const { line } = positions.place(error.pos[0], error.pos[1]);
    const before = byLine.get(line);
    // A bracket that is never closed is said to be indented wrongly, too.
    if (before === undefined || (before.code === 'BAD_INDENT' && error.code === 'MISSING_CHAR'))
      byLine.set(line, error);
  }
  const found = [...byLine.values()];
  // After a bracket that is not closed everything is read as its content.
  const open = found.findIndex(isOpenBracket);
  return (open < 0 ? found : found.slice(0, open + 1)).map((error) => syntaxProblem(error, positions));
}

function syntaxProblem(error: YAMLError, positions: Positions): Diagnostic {
  const wording = isOpenBracket(error) ? openBracket : wordings[error.code];
  const [start, end] = error.pos;
  const code = wording?.code ?? 'EXPC101';
  const message =
    wording === undefined || wording.message === '' ? ownMessage(error.message) : wording.message;
  return problem(code, message, {
    at: positions.place(start, end),
    ...(wording?.label === undefined ? {} : { label: wording.label }),
    ...(wording?.hint === undefined ? {} : { hint: wording.hint }),
  });
}

function isOpenBracket({ code, message }: YAMLError): boolean {
  return message.startsWith('Flow ') && (code === 'BAD_INDENT' || code === 'MISSING_CHAR');
}

/** The parser's message in the form of ours: lower case, no full stop. */
function ownMessage(message: string): string {
  const first = message
    .split('\n')[0]!
    .replace(/[.:]$/, '')
    .replace(/^Missing closing (["'])quote$/, 'a closing quote ($1) is missing')
    .replace(/must end with a (\S)$/, 'must end with `$1`');
  return `not valid YAML: ${first.charAt(0).toLowerCase()}${first.slice(1)}`;
}
