// The paths of single values in a document (`clean.optimizer.lr`), with their schemas.

/** A schema without `$ref`: what it names, with what stands beside the reference on top. */
export function dereference(schema, definitions) {
  if (!schema.$ref) return schema;
  const { $ref, ...beside } = schema;
  return { ...dereference(definitions[$ref.replace('#/definitions/', '')], definitions), ...beside };
}

/** The maps that a value may be: all branches of a union, also where other branches are no maps. */
function maps(schema, definitions) {
  const found = dereference(schema, definitions);
  if (found.oneOf) return found.oneOf.flatMap((one) => maps(one, definitions));
  return found.type === 'object' ? [found] : [];
}

/** Path → the schemas of what may stand there, for all that is inside a schema: several where branches share a key. */
export function pathsInside(schema, definitions) {
  const paths = new Map();
  const visit = (inner, path) => {
    for (const map of maps(inner, definitions))
      for (const [key, property] of Object.entries(map.properties ?? {})) {
        const here = path === '' ? key : `${path}.${key}`;
        const known = paths.get(here) ?? [];
        if (!known.some((one) => JSON.stringify(one) === JSON.stringify(property)))
          paths.set(here, [...known, property]);
        visit(property, here);
      }
  };
  visit(schema, '');
  return paths;
}

/** Can something other than a map of known keys stand here: a value, a list, a map of names that a person chooses? */
function isValue(schema, definitions) {
  const found = dereference(schema, definitions);
  return found.discriminator === undefined && found.properties === undefined;
}

/** Do keys that a person chooses stand here? */
export function isOpen(schema, definitions) {
  return maps(schema, definitions).some((map) => Boolean(map.additionalProperties));
}

/** Sections that runs differ in; names of data sets are chosen by the person, so their paths are not known. */
const sections = ['compatibility', 'seed', 'poison', 'model', 'pretrain', 'clean', 'evaluate'];

/** Path → the schemas that a value there may have. */
export function valuePaths({ properties, definitions }) {
  const known = Object.fromEntries(sections.map((name) => [name, properties[name]]));
  const inside = pathsInside({ type: 'object', properties: known }, definitions);
  return new Map([...inside].filter(([, schemas]) => schemas.some((one) => isValue(one, definitions))));
}
