// The schema for editors (draft-07): the language as it may stand in one file that extends others or is extended. Keys
// may be missing, null removes, references stand where values do, `x-` keys are notes, and patches know their paths.
import { dereference, isOpen, pathsInside, valuePaths } from './paths.mjs';

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
  const patches = new PatchEditor(schema);
  const patch = patches.patch();
  return {
    $schema: schema.$schema,
    ...editor.convert(schema),
    definitions: {
      ...mapValues(schema.definitions, (inner) => editor.convert(inner)),
      ...patches.definitions(),
      Patch: patch,
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
  constructor(schema) {
    this.schema = schema;
  }

  convert(schema) {
    if (schema.$ref) return this.refer(schema.$ref);
    if (schema.discriminator) return this.#union(schema);
    const out = Object.fromEntries(kept.filter((key) => key in schema).map((key) => [key, schema[key]]));
    if (schema.description) out.description = describe(schema);
    if (schema.oneOf) out.anyOf = schema.oneOf.map((one) => this.convert(one));
    if (schema.items) out.items = this.item(schema.items);
    if (schema.properties) Object.assign(out, this.closed([schema]));
    else if (schema.additionalProperties) Object.assign(out, this.open(schema.additionalProperties));
    return out;
  }

  refer($ref) {
    return { $ref };
  }

  item(schema) {
    return this.convert(schema);
  }

  /** A map that may have the keys of any of several. */
  closed(maps) {
    const shared = {};
    for (const map of maps)
      for (const [key, property] of Object.entries(map.properties)) (shared[key] ??= []).push(property);
    return {
      properties: mapValues(shared, (properties) => this.any(properties)),
      patternProperties: notes,
      additionalProperties: false,
    };
  }

  /** A map whose keys a person chooses. */
  open(other) {
    return {
      patternProperties: notes,
      additionalProperties: typeof other === 'object' ? this.#value(other) : other,
    };
  }

  /** What stands under a key: a value, a reference to one, or null. */
  #value(schema) {
    const whole = dereference(schema, this.schema.definitions);
    const out = { anyOf: [this.convert(schema), reference, { type: 'null' }] };
    if (whole.description) out.description = describe(whole);
    if (whole.default !== undefined) out.default = whole.default;
    return out;
  }

  /** A union by its `kind`. Without one, as in a template that changes some keys, it may have any branch's keys. */
  #union(schema) {
    const branches = schema.oneOf.map((one) => [one.$ref, dereference(one, this.schema.definitions)]);
    const kinds = branches.map(([, branch]) => branch.properties.kind.const);
    return {
      title: schema.title,
      description: describe(schema),
      type: 'object',
      properties: { kind: { description: describe(schema), enum: kinds } },
      allOf: [
        ...branches.map(([$ref, branch]) => ({
          if: { required: ['kind'], properties: { kind: { const: branch.properties.kind.const } } },
          then: this.refer($ref),
        })),
        {
          if: { not: { required: ['kind'] } },
          then: this.closed(branches.map(([, branch]) => branch)),
        },
      ],
    };
  }

  /** A value that any of several schemas allows; each is tried once. */
  any(schemas) {
    const distinct = [...new Map(schemas.map((one) => [JSON.stringify(one), one])).values()];
    if (distinct.length === 1) return this.#value(distinct[0]);
    return { anyOf: [...distinct.map((one) => this.convert(one)), reference, { type: 'null' }] };
  }

  /** Axes that are named by a path have values of that path. */
  matrix() {
    const axis = { $ref: '#/definitions/Axis' };
    const ofPath = ([path, schemas]) => [
      path,
      {
        description: describe(dereference(schemas[0], this.schema.definitions)),
        anyOf: [
          { type: 'array', minItems: 1, items: this.any(schemas) },
          { description: 'A range, or named variants.', type: 'object', minProperties: 1 },
        ],
      },
    ];
    return {
      ...this.convert(this.schema.definitions.Matrix),
      properties: Object.fromEntries([...valuePaths(this.schema)].map(ofPath)),
      additionalProperties: axis,
    };
  }
}

/** Patches: maps as in the document whose keys, at any depth, may be paths. What is in a list is written out. */
class PatchEditor extends Editor {
  #needed = new Set();

  /** The sections that a run may change, or paths into them. */
  patch() {
    const { ablations, figures, extends: _, expc, name, title, ...sections } = this.schema.properties;
    return {
      ...this.convert(this.schema.definitions.Patch),
      ...this.closed([{ type: 'object', properties: sections }]),
    };
  }

  /** What was referred to, each definition once. */
  definitions() {
    const found = {};
    for (const name of this.#needed) found[patched(name)] = this.convert(this.schema.definitions[name]);
    return found;
  }

  /** A definition of its own, unless a patch of it is written as the thing itself: one level of known keys. */
  refer($ref) {
    const { definitions } = this.schema;
    const inside = [[$ref, [{ $ref }]], ...pathsInside({ $ref }, definitions)];
    const same = inside.every(
      ([path, schemas]) => !path.includes('.') && !schemas.some((one) => isOpen(one, definitions)),
    );
    if (same) return { $ref };
    const name = $ref.replace('#/definitions/', '');
    this.#needed.add(name);
    return { $ref: `#/definitions/${patched(name)}` };
  }

  convert(schema) {
    const { propertyNames: names, ...plain } = super.convert(schema);
    return names ? { ...plain, propertyNames: { anyOf: [names, { pattern: '\\.' }] } } : plain;
  }

  item(schema) {
    return new Editor(this.schema).convert(schema);
  }

  closed(maps) {
    const plain = super.closed(maps);
    const { definitions } = this.schema;
    const inside = [...pathsInside({ oneOf: maps }, definitions)];
    const deep = inside.filter(([path]) => path.includes('.'));
    const chosen = inside.filter(([, schemas]) => schemas.some((one) => isOpen(one, definitions)));
    return {
      ...plain,
      properties: {
        ...plain.properties,
        ...Object.fromEntries(deep.map(([path, schemas]) => [path, this.any(schemas)])),
      },
      patternProperties: {
        ...notes,
        ...Object.fromEntries(chosen.map(([path]) => [`^${path.replaceAll('.', '\\.')}\\.`, {}])),
      },
    };
  }

  open(other) {
    const plain = super.open(other);
    return { ...plain, patternProperties: { ...notes, '\\.': {} } };
  }
}

const patched = (name) => `Patched${name}`;

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
