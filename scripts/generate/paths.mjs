// The paths of single values in a document (`clean.optimizer.lr`), with their schemas.

/** A schema without `$ref`: what it names, with what stands beside the reference on top. */
export function dereference(schema, definitions) {
  if (!schema.$ref) return schema;
  const { $ref, ...beside } = schema;
  return { ...dereference(definitions[$ref.replace('#/definitions/', '')], definitions), ...beside };
}

/** Sections that runs differ in; names of data sets are chosen by the person, so their paths are not known. */
const sections = ['compatibility', 'seed', 'poison', 'model', 'pretrain', 'clean', 'evaluate'];

/** Path → the schemas that a value there may have: several where branches of a union share a key. */
export function valuePaths(schema) {
  const paths = new Map();
  const visit = (inner, path) => {
    const found = dereference(inner, schema.definitions);
    const branches = found.discriminator
      ? found.oneOf.map((one) => dereference(one, schema.definitions))
      : [found];
    for (const branch of branches) {
      if (!branch.properties) {
        if (!paths.has(path)) paths.set(path, []);
        if (!paths.get(path).some((one) => JSON.stringify(one) === JSON.stringify(inner)))
          paths.get(path).push(inner);
      }
      for (const [key, property] of Object.entries(branch.properties ?? {}))
        visit(property, `${path}.${key}`);
    }
  };
  for (const section of sections) visit(schema.properties[section], section);
  return paths;
}
