import { parseDocument, type Document, type ParsedNode } from 'yaml';
import type { Diagnostic } from '../document/diagnostic.js';
import type { Node } from '../document/node.js';
import { problem } from '../diagnostics/problem.js';
import { Converter } from './convert.js';
import { limits } from './limits.js';
import { Positions } from './position.js';
import { syntaxProblems } from './syntax.js';

export interface Parsed {
  /** Null when the text is not YAML. Otherwise what could be read, even if something in it is wrong. */
  readonly node: Node | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Read a YAML 1.2 text (core schema) into nodes that know their places. Never throws: whatever the text holds, the
 * result is a node, diagnostics, or both.
 *
 * @param file name of the file, for places
 */
export function parse(text: string, file: string): Parsed {
  const positions = new Positions(file, text);
  const refused = refuse(text, positions);
  if (refused !== null) return { node: null, diagnostics: [refused] };
  try {
    const document = parseDocument(text, {
      version: '1.2',
      schema: 'core',
      lineCounter: positions.lines,
      prettyErrors: false,
      // Both places of a duplicate key are told, and keys that are not text: by the converter.
      uniqueKeys: false,
      // `silent` would hide a second document, too.
      logLevel: 'error',
    });
    return read(document, positions);
  } catch (error) {
    // The YAML library recurses into collections: a text of brackets alone exhausts the stack.
    if (!(error instanceof RangeError)) throw error;
    const at = positions.place(0, 0);
    return { node: null, diagnostics: [problem('EXPC110', 'maps and lists are nested too deeply', { at })] };
  }
}

/** One value as it may stand in a file: for the command line and environment variables. */
export function parseValue(text: string, file: string): Parsed {
  if (text.trim() === '') {
    const origin = new Positions(file, text).origin(0, text.length);
    return { node: { kind: 'scalar', value: text, source: text, quoted: true, origin }, diagnostics: [] };
  }
  return parse(text, file);
}

/** Texts that are not worth parsing. */
function refuse(text: string, positions: Positions): Diagnostic | null {
  if (text.length > limits.characters) {
    const size = (text.length / 1e6).toFixed(1);
    return problem(
      'EXPC004',
      `\`${positions.file}\` has ${size} million characters: too large for an experiment`,
      {
        at: positions.place(0, 0),
        hint: 'data belongs into a file of its own that a data set names by `path`',
      },
    );
  }

  const binary = /[\0-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\ufffd]/.exec(text);
  if (binary !== null) {
    return problem('EXPC003', `\`${positions.file}\` is not a text file in UTF-8`, {
      at: positions.place(0, 0),
    });
  }
  return null;
}

function read(document: Document.Parsed<ParsedNode>, positions: Positions): Parsed {
  // What follows an error of syntax was misread too: there is nothing to say about it.
  if (document.errors.length > 0)
    return { node: null, diagnostics: syntaxProblems(document.errors, positions) };
  if (document.contents === null || isBlank(positions.text)) {
    const at = positions.place(0, 0);
    const hint = 'an experiment starts with `expc: 1` and a `name`';
    return { node: null, diagnostics: [problem('EXPC005', `\`${positions.file}\` is empty`, { at, hint })] };
  }
  const converter = new Converter(positions);
  const node = converter.convert(document.contents);
  return converter.refused === null
    ? { node, diagnostics: converter.diagnostics }
    : { node: null, diagnostics: [converter.refused] };
}

/** Nothing but white space, comments and document marks. */
function isBlank(text: string): boolean {
  return text.split(/\r?\n/).every((line) => /^\s*(#.*|---\s*|\.\.\.\s*|\ufeff)?$/.test(line));
}
