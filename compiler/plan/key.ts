import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Stage } from '../../schema/plan.js';

/** RFC 8785: the one JSON text of a value. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('no canonical text: not a JSON value');
  return text;
}

/** SHA-256 of a text in UTF-8, 64 hexadecimal digits. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A stage's key: the SHA-256 of its kind, configuration, inputs and semantics in canonical JSON. */
export function stageKey({ kind, config, inputs, semantics }: Omit<Stage, 'key' | 'id' | 'locals'>): string {
  return sha256(canonicalText({ kind, config, inputs, semantics }));
}

/**
 * The same key from canonical texts of the parts, for planning many stages that share parts.
 *
 * @param config canonical texts of the parts of the configuration, by name in the order of `sortedNames`
 */
export function keyOfParts(
  kind: string,
  config: readonly (readonly [string, string])[],
  inputs: Readonly<Record<string, string>>,
  semantics: number,
): string {
  let body = '';
  for (const [name, text] of config) body += `${body === '' ? '' : ','}"${name}":${text}`;
  return sha256(
    `{"config":{${body}},"inputs":${canonicalText(inputs)},"kind":"${kind}","semantics":${semantics}}`,
  );
}

/** Names in the order that canonical JSON gives them (UTF-16 code units). */
export function sortedNames(names: readonly string[]): string[] {
  return [...names].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** The name of a stage's folder. */
export function stageId(kind: string, key: string): string {
  return `${kind}-${key.slice(0, 12)}`;
}
