import type { Diagnostic } from '../document/diagnostic.js';
import type { Entry, MapNode, Node, Origin } from '../document/node.js';
import { applyPatch } from '../resolve/merge.js';
import type { Axis } from './axis.js';
import { blockAxes, blockSeeds, checkAxes, mapsOf, type Grid } from './grid.js';
import { includeGrid } from './include.js';
import * as message from './messages.js';
import { Rows } from './rows.js';
import { leaveOut, rulesOf, type Rule } from './select.js';

/** How the runs of an ablation came about. */
export interface AblationCount {
  readonly name: string;
  readonly title: string | null;
  /** Combinations of all its grids, before `exclude` and `include`. */
  readonly product: number;
  readonly excluded: number;
  readonly included: number;
}

/** A document as grids of runs. */
export interface Expansion {
  readonly grids: readonly Grid[];
  readonly ablations: readonly AblationCount[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Runs of one ablation; more are a slip, and would not fit into memory. */
export const mostCombinations = 4_000_000;

/** The part of a document that its runs share: everything but the ablations and what only shows results. */
export function runDocument(document: MapNode): MapNode {
  const entries = [...document.entries].filter(([key]) => key !== 'ablations' && key !== 'figures');
  return { ...document, entries: new Map(entries) };
}

/** The runs of a document: those of its ablations, or the document itself when it has none. */
export function expand(document: MapNode): Expansion {
  const diagnostics: Diagnostic[] = [];
  const report = (found: Diagnostic): void => void diagnostics.push(found);
  const base = runDocument(document);
  const list = document.entries.get('ablations')?.value;
  if (list === undefined) {
    const grid: Grid = { ablation: null, base, fixed: [], axes: [], rows: Rows.single, origin: base.origin };
    return { grids: [grid], ablations: [], diagnostics };
  }
  const grids: Grid[] = [];
  const ablations: AblationCount[] = [];
  const names = new Map<string, Origin>();
  for (const ablation of mapsOf(list)) {
    const { value: name, origin } = nameOf(ablation);
    const namesake = names.get(name);
    if (namesake !== undefined) {
      report(message.ablationTwice(name, origin, namesake));
      continue;
    }
    names.set(name, origin);
    const expanded = new AblationExpander(name, ablation, report).expand(base);
    grids.push(...expanded.grids);
    ablations.push(expanded.count);
  }
  return { grids, ablations, diagnostics };
}

/** One grid before its combinations are listed. */
interface Block {
  readonly node: MapNode;
  readonly base: MapNode;
  readonly axes: readonly Axis[];
  readonly rules: readonly Rule[];
}

class AblationExpander {
  constructor(
    private readonly name: string,
    private readonly ablation: MapNode,
    private readonly report: (found: Diagnostic) => void,
  ) {}

  expand(document: MapNode): { grids: Grid[]; count: AblationCount } {
    const base = this.withSet(document, this.ablation);
    const common = blockAxes(this.ablation, this.report);
    const seeds = blockSeeds(this.ablation, this.report);
    const blocks = this.blocks(base, common, seeds);
    const all = blocks.flatMap((block) => block.axes);
    const rules = rulesOf(this.ablation.entries.get('exclude')?.value, all, this.report);

    let product = 0;
    let excluded = 0;
    const grids: Grid[] = [];
    for (const block of blocks) {
      const size = combinations(block.axes);
      product += size;
      if (product > mostCombinations) {
        this.report(message.tooManyRuns(this.name, nameOf(this.ablation).origin, product, mostCombinations));
        return { grids: [], count: this.count(product, 0, 0) };
      }
      const out = leaveOut([...rules, ...block.rules], block.axes);
      const rows = Rows.product(
        block.axes.map((axis) => axis.choices.length),
        out,
      );
      excluded += size - rows.count;
      const grid = { ablation: this.name, base: block.base, fixed: [], axes: block.axes, rows };
      grids.push({ ...grid, origin: block.node.origin });
    }
    this.reportIdleRules([...rules, ...blocks.flatMap((block) => block.rules)]);
    const included = this.includes(base, all, seeds, blocks);
    grids.push(...included);
    if (product > 0 && product === excluded && included.length === 0)
      this.report(message.noRuns(this.name, nameOf(this.ablation).origin, product));
    const added = included.reduce((sum, grid) => sum + grid.rows.count, 0);
    return {
      grids: grids.filter((grid) => grid.rows.count > 0),
      count: this.count(product, excluded, added),
    };
  }

  /** The grids of the ablation; its own axes come before theirs, the seeds last. Wrong axes are reported and left out. */
  private blocks(base: MapNode, common: readonly Axis[], seeds: readonly Axis[]): Block[] {
    const grids = this.ablation.entries.get('grids')?.value;
    const nodes = grids === undefined ? [null] : mapsOf(grids);
    return nodes.map((node) => {
      const own = node === null ? [] : blockAxes(node, this.report);
      const axes = [...common, ...own, ...seeds];
      checkAxes(axes, this.report);
      const rules = node === null ? [] : rulesOf(node.entries.get('exclude')?.value, axes, this.report);
      const start = node === null ? base : this.withSet(base, node);
      return { node: node ?? this.ablation, base: start, axes, rules };
    });
  }

  private withSet(document: MapNode, block: MapNode): MapNode {
    const entry: Entry | undefined = block.entries.get('set');
    if (entry?.value.kind !== 'map') return document;
    const via = { how: 'set', what: `set of ablation ${this.name}`, place: entry.key.place } as const;
    return applyPatch(document, entry.value, via, this.report);
  }

  private includes(
    base: MapNode,
    all: readonly Axis[],
    seeds: readonly Axis[],
    blocks: readonly Block[],
  ): Grid[] {
    const sources: [Node | undefined, MapNode, readonly Axis[]][] = [
      [this.ablation.entries.get('include')?.value, base, all.filter((axis) => !seeds.includes(axis))],
    ];
    for (const block of blocks)
      if (block.node !== this.ablation) {
        const axes = block.axes.filter((axis) => !seeds.includes(axis));
        sources.push([block.node.entries.get('include')?.value, block.base, axes]);
      }
    return sources.flatMap(([list, start, axes]) =>
      mapsOf(list).flatMap((entry) => {
        const around = { ablation: this.name, base: start, axes, seeds };
        return includeGrid(entry, around, this.report) ?? [];
      }),
    );
  }

  private reportIdleRules(rules: readonly Rule[]): void {
    for (const rule of rules)
      if (rule.matches === 0)
        this.report(message.matchesNothing(rule.node, 'no combination has all the values it names'));
  }

  private count(product: number, excluded: number, included: number): AblationCount {
    const title = this.ablation.entries.get('title')?.value;
    const text = title?.kind === 'scalar' && typeof title.value === 'string' ? title.value : null;
    return { name: this.name, title: text, product, excluded, included };
  }
}

function combinations(axes: readonly Axis[]): number {
  return axes.reduce((product, axis) => product * axis.choices.length, 1);
}

/** The ablation's name; what is wrong with it was reported when the document was checked. */
function nameOf(ablation: MapNode): { value: string; origin: Origin } {
  const node = ablation.entries.get('name')?.value;
  const value = node?.kind === 'scalar' ? String(node.value) : '';
  return { value, origin: node?.origin ?? ablation.origin };
}
