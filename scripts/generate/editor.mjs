// The schema for editors (draft-07): the language as it may stand in one file that extends others or is extended. Keys
// may be missing, null removes, references stand where values do, `x-` keys are notes, and patches know their paths.
import { dereference, valuePaths } from './paths.mjs';

/** Keywords that mean the same to an editor. */
const kept = [
  ...['title', 'type', 'const', 'enum', 'default', 'minItems', 'maxItems', 'uniqueItems', 'minProperties'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'minLength', 'maxLength', 'pattern'],
  'propertyNames',
];
const notes = { '^x-': {} };
const reference = { $ref: '#/definitions/Reference' };

export function editorSchema(schema) {
  const editor = new Editor(schema);
  const definitions = mapValues(schema.definitions, (inner) => editor.convert(inner));
  return {
    $schema: schema.$schema,
    ...editor.convert(schema),
    definitions: {
      ...definitions,
      Patch: editor.patch(),
      Matrix: editor.matrix(),
      Axis: editor.convert(schema.definitions.Matrix.additionalProperties),
      Reference: {
        description: 'A reference: `${path.to.value}`, `${env:NAME}` or `${env:NAME:-default}`.',
        type: 'string',
        pattern: '\\$\\{.+\\}',
      },
    },
  };
}

class Editor {
  #schema;
  #paths;

  constructor(schema) {
    this.#schema = schema;
    this.#paths = valuePaths(schema);
  }

  convert(schema) {
    if (schema.$ref) return { $ref: schema.$ref };
    if (schema.discriminator) return this.#union(schema);
    const out = Object.fromEntries(kept.filter((key) => key in schema).map((key) => [key, schema[key]]));
    if (schema.description) out.description = describe(schema);
    if (schema.oneOf) out.anyOf = schema.oneOf.map((one) => this.convert(one));
    if (schema.items) out.items = this.convert(schema.items);
    if (schema.properties) Object.assign(out, this.#closed(schema.properties));
    else if (schema.additionalProperties) {
      const other = schema.additionalProperties;
      out.patternProperties = notes;
      out.additionalProperties = typeof other === 'object' ? this.#value(other) : other;
    }
    return out;
  }

  #closed(properties) {
    return {
      properties: mapValues(properties, (property) => this.#value(property)),
      patternProperties: notes,
      additionalProperties: false,
    };
  }

  /** What stands under a key: a value, a reference to one, or null. */
  #value(schema) {
    const whole = dereference(schema, this.#schema.definitions);
    const out = { anyOf: [this.convert(schema), reference, { type: 'null' }] };
    if (whole.description) out.description = describe(whole);
    if (whole.default !== undefined) out.default = whole.default;
    return out;
  }

  /** A union by its `kind`. Without one, as in a template that changes some keys, it may have any branch's keys. */
  #union(schema) {
    const branches = schema.oneOf.map((one) => [one.$ref, dereference(one, this.#schema.definitions)]);
    const shared = {};
    for (const [, branch] of branches)
      for (const [key, property] of Object.entries(branch.properties)) (shared[key] ??= []).push(property);
    const kinds = branches.map(([, branch]) => branch.properties.kind.const);
    const loose = mapValues(shared, (properties) => this.#any(properties));
    return {
      title: schema.title,
      description: describe(schema),
      type: 'object',
      properties: { kind: { description: describe(schema), enum: kinds } },
      allOf: [
        ...branches.map(([$ref, branch]) => ({
          if: { required: ['kind'], properties: { kind: { const: branch.properties.kind.const } } },
          then: { $ref },
        })),
        {
          if: { not: { required: ['kind'] } },
          then: { properties: loose, patternProperties: notes, additionalProperties: false },
        },
      ],
    };
  }

  /** A value that any of several schemas allows; each is tried once. */
  #any(schemas) {
    const distinct = [...new Map(schemas.map((one) => [JSON.stringify(one), one])).values()];
    if (distinct.length === 1) return this.#value(distinct[0]);
    return { anyOf: [...distinct.map((one) => this.convert(one)), reference, { type: 'null' }] };
  }

  /** A patch: sections as in the document, or paths. */
  patch() {
    const { ablations, figures, extends: _, expc, name, title, ...sections } = this.#schema.properties;
    return {
      ...this.convert(this.#schema.definitions.Patch),
      properties: {
        ...mapValues(sections, (section) => this.#value(section)),
        ...Object.fromEntries([...this.#paths].map(([path, schemas]) => [path, this.#any(schemas)])),
      },
    };
  }

  /** Axes that are named by a path have values of that path. */
  matrix() {
    const axis = { $ref: '#/definitions/Axis' };
    const ofPath = ([path, schemas]) => [
      path,
      {
        description: describe(dereference(schemas[0], this.#schema.definitions)),
        anyOf: [
          { type: 'array', minItems: 1, items: this.#any(schemas) },
          { description: 'A range, or named variants.', type: 'object', minProperties: 1 },
        ],
      },
    ];
    return {
      ...this.convert(this.#schema.definitions.Matrix),
      properties: Object.fromEntries([...this.#paths].map(ofPath)),
      additionalProperties: axis,
    };
  }
}

/** The description with unit and study's default, which the schema has in keywords of its own. */
function describe(schema) {
  const study = schema['x-study-default'];
  return [
    schema.description,
    schema['x-unit'] ? `Unit: ${schema['x-unit']}.` : '',
    study === undefined ? '' : `With \`compatibility: study\` the default is \`${JSON.stringify(study)}\`.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function mapValues(map, convert) {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, convert(value)]));
}
