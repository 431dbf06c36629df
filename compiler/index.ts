import type { Plan, Stage } from '../schema/plan.js';
import type { Experiment } from '../schema/generated/resolved.js';
import { falseNames } from './check/names/false-names.js';
import { overriddenSettings } from './check/overridden-settings.js';
import { finish, loadExperiment, type FinishedExperiment } from './check/load.js';
import { collect, hasErrors } from './diagnostics/collect.js';
import type { Diagnostic } from './document/diagnostic.js';
import type { Host } from './document/host.js';
import type { MapNode } from './document/node.js';
import { Elsewhere, type OtherPlan } from './elsewhere/elsewhere.js';
import { expand, type AblationCount } from './expand/expand.js';
import { mergeChoices, rowChoices, type Grid } from './expand/grid.js';
import { assemblePlan, planRuns } from './plan/build.js';
import type { PlannedRun } from './plan/duplicates.js';
import type { FinishRun } from './plan/factor.js';
import { locateFigureFiles } from './plan/figure-files.js';
import { RunFiles } from './plan/files.js';

export interface CompileOptions {
  /** The working folder, absolute: relative paths in the plan start here. */
  readonly folder: string;
  /** `path=value`, as after `--set`. */
  readonly set?: readonly string[];
  /** A data file that is not there: an error when the plan is to be run, a warning when it is only looked at. */
  readonly missingFiles?: 'error' | 'warning';
}

/** How the runs of an ablation came about. */
export interface AblationSummary extends AblationCount {
  /** Runs that two of its grids have and that are counted once. */
  readonly merged: number;
}

/** An experiment compiled: what check, plan, show and run all look at. */
export interface Compiled {
  readonly file: string;
  /** Every file read, the named one first. */
  readonly files: readonly string[];
  /** In the order of the source. */
  readonly diagnostics: readonly Diagnostic[];
  /** Null when there are errors. */
  readonly plan: Plan | null;
  readonly ablations: readonly AblationSummary[];
  /** The merged document, before any axis is applied; null when the file cannot be read. */
  readonly document: MapNode | null;
  /** The resolved document of a run, made when it is asked for; null when no run has that name. */
  readonly resolve: (run: string) => FinishedExperiment | null;
}

/** Compile an experiment: (1) load and merge, (2) expand, (3) finish and check, (4) cut into stages with keys. */
export function compile(host: Host, file: string, options: CompileOptions): Compiled {
  return compileFrom(host, file, options, [file]);
}

/** @param chain the experiments that lead here, each started from by the one before; this one last */
function compileFrom(host: Host, file: string, options: CompileOptions, chain: readonly string[]): Compiled {
  const loaded = loadExperiment(host, file, { set: options.set ?? [] });
  if (loaded.node === null) return failed(file, loaded.files, loaded.diagnostics);
  const expansion = expand(loaded.node);
  const found: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void found.push(diagnostic);
  const missing = options.missingFiles ?? 'warning';
  const files = new RunFiles(host, { folder: options.folder, missing }, report);
  const { folder } = options;
  const planOther = (other: string): OtherPlan =>
    compileFrom(host, other, { folder, missingFiles: missing }, [...chain, other]);
  const elsewhere = new Elsewhere({ host, folder, chain, plan: planOther });
  const finishRun: FinishRun = (document, reportRun) => {
    const { experiment, node, diagnostics: wrong } = finish(document);
    wrong.forEach(reportRun);
    return experiment === null ? null : elsewhere.locate(files.locate(experiment, node), node, reportRun);
  };
  const stageElsewhere = (key: string): Stage | undefined => elsewhere.stage(key);
  const planned = planRuns(expansion, nameIn(loaded.node), finishRun, files.digest, stageElsewhere, report);
  const whole = wholeDocument(loaded.node, expansion.grids, files, report);
  overriddenSettings(options.set ?? [], expansion.grids).forEach(report);
  falseNames(loaded.node, expansion.grids).forEach(report);
  const expanding = withoutRepeats(expansion.diagnostics, loaded.diagnostics);
  const diagnostics = collect([loaded.diagnostics, expanding, found], loaded.files);
  let byName: Map<string, PlannedRun> | undefined;
  const plan = whole === null || hasErrors(diagnostics) ? null : assemblePlan(whole, file, planned);
  return {
    file,
    files: loaded.files,
    diagnostics,
    plan,
    ablations: expansion.ablations.map((count) => ({
      ...count,
      merged: planned.merged.get(count.name) ?? 0,
    })),
    document: loaded.node,
    resolve: (name) => {
      byName ??= new Map(planned.runs.map((one) => [one.run.name, one]));
      const run = byName.get(name);
      return run === undefined ? null : finish(runNode(run));
    },
  };
}

/** The document of a run before defaults and references. */
function runNode({ grid, row }: Pick<PlannedRun, 'grid' | 'row'>): MapNode {
  return mergeChoices(grid, rowChoices(grid, row), () => undefined);
}

/** What the document says of the whole: figures and execution, which no axis changes. */
function wholeDocument(
  document: MapNode,
  grids: readonly Grid[],
  files: RunFiles,
  report: (found: Diagnostic) => void,
): Experiment | null {
  const [grid] = grids;
  if (grid === undefined) return null;
  const first = runNode({ grid, row: 0 });
  const figures = document.entries.get('figures');
  if (figures === undefined) return finish(first).experiment;
  const finished = finish({ ...first, entries: new Map(first.entries).set('figures', figures) });
  finished.diagnostics.forEach(report);
  return finished.experiment === null ? null : locateFigureFiles(finished.experiment, finished.node, files);
}

/** What was said of a place when the document was checked is not said again in other words. */
function withoutRepeats(found: readonly Diagnostic[], before: readonly Diagnostic[]): Diagnostic[] {
  const at = ({ place }: Diagnostic): string => `${place?.file}:${place?.start}`;
  const said = new Set(before.filter(({ place }) => place !== null).map(at));
  return found.filter((diagnostic) => diagnostic.place === null || !said.has(at(diagnostic)));
}

function nameIn(document: MapNode): string {
  const name = document.entries.get('name')?.value;
  return name?.kind === 'scalar' ? String(name.value) : 'experiment';
}

function failed(file: string, files: readonly string[], diagnostics: readonly Diagnostic[]): Compiled {
  return { file, files, diagnostics, plan: null, ablations: [], document: null, resolve: () => null };
}
