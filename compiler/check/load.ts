import type { Experiment } from '../../schema/generated/resolved.js';
import { toValue } from '../document/access.js';
import type { Diagnostic } from '../document/diagnostic.js';
import type { Host } from '../document/host.js';
import type { MapNode } from '../document/node.js';
import { collect, hasErrors } from '../diagnostics/collect.js';
import { environmentTexts, fillDefaults } from '../resolve/defaults.js';
import { resolveEnvironment } from '../resolve/environment.js';
import { loadExtended } from '../resolve/extends.js';
import { hasReferences, resolveReferences } from '../resolve/references.js';
import { applySettings } from '../resolve/set.js';
import { checkDocument, checkRules } from './rules/index.js';
import { modelComesFromSomewhere } from './rules/model-comes-from-somewhere.js';
import { checkSchema } from './schema.js';

export interface LoadOptions {
  /** `path=value`, as after `--set`. */
  readonly set?: readonly string[];
}

/** An experiment as its files say it: merged, with the environment's values, before any axis is applied. */
export interface LoadedExperiment {
  /** Null when a file cannot be read, be it the named one or one that it extends. */
  readonly node: MapNode | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Every file read, the named one first. */
  readonly files: readonly string[];
}

/**
 * Read an experiment: the file, what it extends, `--set`, environment variables. Every file is checked for itself (keys
 * may be missing there), so that what is wrong in a template is said of the template. References to paths stay, because
 * axes may change what they name; missing keys are found by `finish`, because axes may give them.
 */
export function loadExperiment(host: Host, file: string, options: LoadOptions = {}): LoadedExperiment {
  const extended = loadExtended(host, file);
  const files = extended.files.map((loaded) => loaded.file);
  if (extended.node === null)
    return { node: null, diagnostics: collect([extended.diagnostics], files), files };
  const settings = applySettings(extended.node, options.set ?? []);
  const environment = resolveEnvironment(settings.node, host);
  const merged = environmentTexts(environment.node);
  const lists = [
    extended.diagnostics,
    settings.diagnostics,
    environment.diagnostics,
    checkSchema(merged, { partial: true }),
    ...extended.files.map((loaded) =>
      loaded.node === null ? [] : checkSchema(loaded.node, { partial: true }),
    ),
    checkDocument(merged),
  ];
  const node = extended.complete ? merged : null;
  return { node, diagnostics: collect(lists, files), files };
}

/** One concrete experiment: nothing is left to be chosen or looked up. */
export interface FinishedExperiment {
  /** Null when the document has errors. */
  readonly experiment: Experiment | null;
  /** With defaults and references resolved, as far as that was possible. */
  readonly node: MapNode;
  readonly diagnostics: readonly Diagnostic[];
}

/** Make a document without open axes concrete: defaults, references, the schema, and what it all means together. */
export function finish(document: MapNode): FinishedExperiment {
  const filled = fillDefaults(document);
  const resolved = resolveReferences(filled);
  // What came through a reference may have room for defaults of its own.
  const node = hasReferences(filled) ? fillDefaults(resolved.node) : resolved.node;
  const written = [...resolved.diagnostics, ...checkSchema(node)];
  // A misspelt `pretrain` is not a missing one as well.
  const found = hasErrors(written) ? written : [...written, ...modelComesFromSomewhere(node)];
  if (hasErrors(found)) return { experiment: null, node, diagnostics: collect([found]) };
  const experiment = toValue(node) as Experiment;
  const meaning = checkRules(experiment, node);
  const diagnostics = collect([found, meaning]);
  return { experiment: hasErrors(diagnostics) ? null : experiment, node, diagnostics };
}
