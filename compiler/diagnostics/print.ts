import type { Diagnostic, Note } from '../document/diagnostic.js';
import type { Place } from '../document/node.js';
import { colors, plain, type Palette } from './color.js';
import { frameOf } from './frame.js';

export type Format = 'text' | 'json' | 'github';

export interface PrintOptions {
  /** A file's text, for the code frames; undefined when it cannot be had. */
  readonly source: (file: string) => string | undefined;
  readonly color?: boolean;
  /** Diagnostics shown before only their number is told. */
  readonly limit?: number;
}

/** Diagnostics as text in one of the formats, with a line end at the end; empty for none. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  format: Format,
  options: PrintOptions,
): string {
  if (format === 'json') return `${JSON.stringify(diagnostics, null, 2)}\n`;
  if (format === 'github') return diagnostics.map(githubLine).join('');
  return printText(diagnostics, options);
}

function printText(diagnostics: readonly Diagnostic[], options: PrintOptions): string {
  const palette = options.color === true ? colors : plain;
  const limit = options.limit ?? 20;
  // When not all fit, errors are told before warnings.
  const ordered =
    diagnostics.length <= limit
      ? diagnostics
      : [...diagnostics].sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
  const shown = ordered.slice(0, limit).map((diagnostic) => printOne(diagnostic, options, palette));
  const rest = ordered.slice(limit);
  const blocks = rest.length === 0 ? shown : [...shown, `... and ${countOf(rest)} more\n`];
  return blocks.join('\n');
}

/** One diagnostic: headline, place, frame, notes, hint. */
function printOne(diagnostic: Diagnostic, { source }: PrintOptions, palette: Palette): string {
  const { code, severity, message, place, label, related, hint } = diagnostic;
  const lines = [`${palette[severity](`${severity}[${code}]`)}${palette.strong(`: ${message}`)}`];
  if (place !== null) lines.push(...placed(place, label ?? '', source, palette, palette[severity]));
  else if (label !== undefined) lines.push(`   = ${label}`);
  for (const note of uniqueNotes(related)) {
    lines.push(`${palette.strong('note')}: ${note.message}`);
    if (note.place !== null) lines.push(arrow(note.place, palette));
  }
  if (hint !== undefined) lines.push(`${palette.strong('hint')}: ${hint}`);
  return `${lines.join('\n')}\n`;
}

function placed(
  place: Place,
  label: string,
  source: PrintOptions['source'],
  palette: Palette,
  mark: (text: string) => string,
): string[] {
  const text = source(place.file);
  const frame = text === undefined ? null : frameOf(text, place);
  if (frame === null)
    return label === '' ? [arrow(place, palette)] : [arrow(place, palette), `   = ${label}`];
  const number = String(place.line).padStart(5);
  const margin = palette.quiet(`${' '.repeat(number.length)} |`);
  const carets = '^'.repeat(frame.width) + (label === '' ? '' : ` ${label}`);
  return [
    arrow(place, palette),
    `${palette.quiet(`${number} |`)} ${frame.text}`.trimEnd(),
    `${margin} ${' '.repeat(frame.indent)}${mark(carets)}`,
  ];
}

function arrow(place: Place, palette: Palette): string {
  return `  ${palette.quiet('-->')} ${place.file}:${place.line}:${place.column}`;
}

/** Notes in order, none twice. */
function uniqueNotes(notes: readonly Note[]): Note[] {
  const seen = new Set<string>();
  return notes.filter(({ message, place }) => {
    const identity = `${message} ${place?.file ?? ''}:${place?.start ?? ''}`;
    if (seen.has(identity)) return false;
    seen.add(identity);
    return true;
  });
}

/** "2 errors and 1 warning". */
export function countOf(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const count = (number: number, noun: string): string[] =>
    number === 0 ? [] : [`${number} ${noun}${number === 1 ? '' : 's'}`];
  return [...count(errors, 'error'), ...count(warnings, 'warning')].join(' and ') || 'no errors';
}

/** A workflow command of GitHub Actions: shown beside the line in a pull request. */
function githubLine({ severity, code, message, place, label, hint }: Diagnostic): string {
  const text = [message, label, hint].filter((part) => part !== undefined).join('. ');
  const where = place === null ? '' : `file=${property(place.file)},line=${place.line},col=${place.column},`;
  return `::${severity} ${where}title=${code}::${data(text)}\n`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
