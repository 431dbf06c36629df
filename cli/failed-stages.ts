import { codes, isCode, type Code } from '../compiler/diagnostics/codes.js';
import { problem } from '../compiler/diagnostics/problem.js';
import { nodeAt } from '../compiler/document/access.js';
import type { Diagnostic } from '../compiler/document/diagnostic.js';
import type { Compiled } from '../compiler/index.js';
import type { RunSummary, StageResult } from '../runtime/execute/summary.js';
import type { Plan } from '../schema/plan.js';

/** Values of an experiment that stages fail by, of those whose failure has a code; the first that is written is meant. */
function valuesOf(code: Code, kind: StageResult['kind']): readonly (readonly string[])[] {
  const section = kind === 'clean' ? 'clean' : 'pretrain';
  switch (code) {
    case 'EXPC601':
      return [['poison', 'target']];
    case 'EXPC602':
    case 'EXPC603':
    case 'EXPC604':
      return [
        [section, 'from', 'epoch'],
        [section, 'from'],
      ];
    case 'EXPC605':
      return [['execution', 'data_parallel', section]];
    default:
      return [];
  }
}

type Planned = Pick<Compiled, 'resolve'> & { readonly plan: Plan };

/**
 * Where an experiment says what stages of it failed by: a diagnostic for each failure that has a code and such a value.
 * What the failure is and what to do the run's own summary has told.
 */
export function failedValues({ failures }: Pick<RunSummary, 'failures'>, compiled: Planned): Diagnostic[] {
  return failures.flatMap(({ message, stages: [stage] }) => {
    const code = /^(EXPC\d{3}): /.exec(message)?.[1];
    if (stage === undefined || code === undefined || !isCode(code)) return [];
    const run = compiled.plan.runs.find(({ stages }) => Object.values(stages).includes(stage.key));
    const node = run === undefined ? undefined : compiled.resolve(run.name)?.node;
    if (node === undefined) return [];
    const written = valuesOf(code, stage.kind).map((path) => ({ path, value: nodeAt(node, path) }));
    const found = written.find(({ value }) => (value?.origin.place ?? null) !== null);
    if (found === undefined) return [];
    const text = `${stage.label} failed by \`${found.path.join('.')}\`: ${codes[code].title}`;
    return [problem(code, text, { origin: found.value!.origin })];
  });
}
