// The reference manual: a table of keys for each part of the language.
import { dereference } from './paths.mjs';

export function referenceManual(schema) {
  const parts = collectParts(schema);
  const names = new Map(parts.map((part) => [part.title, anchor(part.title)]));
  return `${[
    '# Reference of the language',
    '<!-- Generated from schema/*.schema.json by scripts/generate.mjs. Do not edit. -->',
    'Every key of an experiment, from the schema that checks it. How files are put together stands in [language.md](language.md).',
    'Keys in **bold** must be given, in the file or in one that it extends.',
    ...parts.map((part) => section(part, schema, names)),
  ].join('\n\n')}\n`;
}

/** The document, and every named part below it, in the order in which a reader meets them. */
function collectParts(schema) {
  const parts = [];
  const seen = new Set();
  const visit = (inner) => {
    const found = dereference(inner, schema.definitions);
    const isPart =
      found.title && (found.properties || found.discriminator || found.oneOf || found.type === 'object');
    if (isPart) {
      if (seen.has(found.title)) return;
      seen.add(found.title);
      parts.push(found);
    }
    for (const property of Object.values(found.properties ?? {})) visit(property);
    for (const branch of found.oneOf ?? []) visit(branch);
    if (found.items) visit(found.items);
    if (typeof found.additionalProperties === 'object') visit(found.additionalProperties);
  };
  visit(schema);
  return parts;
}

function section(part, schema, names) {
  const lines = [`## ${part.title}`, part.description ?? ''];
  if (part.discriminator) {
    const branches = part.oneOf.map((one) => dereference(one, schema.definitions));
    lines.push(
      branches
        .map(
          (one) =>
            `- \`kind: ${one.properties.kind.const}\`: [${one.title}](#${anchor(one.title)}). ${one.description}`,
        )
        .join('\n'),
    );
  }
  if (part.properties) lines.push(table(part, schema, names));
  return lines.filter(Boolean).join('\n\n');
}

function table(part, schema, names) {
  const rows = Object.entries(part.properties).map(([key, property]) => {
    const whole = dereference(property, schema.definitions);
    const required = part.required?.includes(key);
    const cells = [
      required ? `**\`${key}\`**` : `\`${key}\``,
      typeOf(whole, schema, names),
      defaultOf(whole),
      text(whole),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return ['| key | value | default | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function typeOf(schema, root, names) {
  if (schema.title && names.has(schema.title) && schema.type !== 'array')
    return `[${schema.title}](#${names.get(schema.title)})`;
  if (schema.const !== undefined) return `\`${schema.const}\``;
  if (schema.enum) return schema.enum.map((one) => `\`${one}\``).join(', ');
  if (schema.oneOf)
    return schema.oneOf.map((one) => typeOf(dereference(one, root.definitions), root, names)).join(' or ');
  if (schema.type === 'array') {
    const items = schema.items
      ? typeOf(dereference(schema.items, root.definitions), root, names)
      : 'any value';
    return `list of ${items}`;
  }
  if (schema.type === 'object')
    return typeof schema.additionalProperties === 'object'
      ? `map of names to ${typeOf(dereference(schema.additionalProperties, root.definitions), root, names)}`
      : 'map';
  const unit = schema['x-unit'] ? ` (${schema['x-unit']})` : '';
  return `${{ string: 'text', boolean: '`true` or `false`' }[schema.type] ?? schema.type}${range(schema)}${unit}`;
}

function range({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }) {
  const bounds = [];
  if (minimum !== undefined) bounds.push(`≥ ${minimum}`);
  if (exclusiveMinimum !== undefined) bounds.push(`> ${exclusiveMinimum}`);
  if (maximum !== undefined && maximum !== Number.MAX_SAFE_INTEGER) bounds.push(`≤ ${maximum}`);
  if (exclusiveMaximum !== undefined) bounds.push(`< ${exclusiveMaximum}`);
  return bounds.length === 0 ? '' : ` ${bounds.join(', ')}`;
}

function defaultOf(schema) {
  const study = schema['x-study-default'];
  const own = schema.default === undefined ? '' : `\`${JSON.stringify(schema.default)}\``;
  return study === undefined ? own : `${own} (study: \`${JSON.stringify(study)}\`)`;
}

function text(schema) {
  const effect = schema['x-effect'] === 'none' && schema.type !== 'object' ? ' Cannot change a result.' : '';
  return `${schema.description ?? ''}${effect}`.replaceAll('|', '\\|');
}

function anchor(title) {
  return title.toLowerCase();
}
