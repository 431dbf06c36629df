import type { Plan, Run } from '../../schema/plan.js';
import { labelText } from '../expand/label.js';

/** One of the two things that are compared: a plan, or some of its runs. */
export interface Side {
  /** As it was called: `cc6m.yaml#ssl-weight`. */
  readonly name: string;
  /** What its file says that it is about. */
  readonly title: string | null;
  readonly plan: Plan;
  readonly runs: readonly Run[];
}

/** A plan, and the titles of its ablations by their names; a lock has none. */
export interface Titled {
  readonly plan: Plan;
  readonly titles?: ReadonlyMap<string, string | null>;
}

/**
 * The part of a plan that a name picks: an ablation, a figure (the runs that it shows), a run, or part of run names.
 * Null when the name picks nothing.
 */
export function pickSide({ plan, titles }: Titled, name: string, part: string | null): Side | null {
  if (part === null) return { name, title: plan.title, plan, runs: plan.runs };
  const figure = plan.figures.find((one) => one.name === part);
  const tries = [
    () => ({ runs: plan.runs.filter((run) => run.ablation === part), title: titles?.get(part) ?? null }),
    () => ({ runs: figureRuns(plan, part), title: figure?.title ?? null }),
    () => ({ runs: plan.runs.filter((run) => run.name === part), title: null }),
    () => ({ runs: plan.runs.filter((run) => run.name.includes(part)), title: null }),
  ];
  for (const pick of tries) {
    const { runs, title } = pick();
    if (runs.length > 0) return { name, title, plan, runs };
  }
  return null;
}

/** The runs that a figure shows: those of its ablation that have the labels of its `where`. */
function figureRuns(plan: Plan, name: string): Run[] {
  const figure = plan.figures.find((one) => one.name === name);
  if (figure === undefined) return [];
  const where = Object.entries(figure.where ?? {});
  return plan.runs.filter(
    (run) =>
      (figure.ablation === undefined || run.ablation === figure.ablation) &&
      where.every(([axis, wanted]) => {
        const label = run.axes[axis];
        const texts = (Array.isArray(wanted) ? wanted : [wanted]).map((one) => labelText(one as string));
        return label !== undefined && texts.includes(labelText(label));
      }),
  );
}
