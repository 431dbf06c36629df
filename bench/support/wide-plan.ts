import { sha256 } from '../../runtime/store/digest.js';
import type { Plan, Run, Stage, StageKind } from '../../schema/plan.js';

/** A plan of so many stages: a data set, a pre-training for every ten cleanings, and the cleanings, a run each. */
export function widePlan(count: number): Plan {
  const data = stage('dataset', 0, {});
  const stages: Stage[] = [data];
  const runs: Run[] = [];
  let model = data;
  for (let n = 1; n < count; n++) {
    if (n % 11 === 1) stages.push((model = stage('pretrain', n, { data })));
    else {
      const clean = stage('clean', n, { model, data, test: data });
      stages.push(clean);
      const keys = { train: data.key, pretrain: model.key, clean: clean.key };
      runs.push({ name: `run ${n}`, ablation: null, axes: { n }, stages: keys });
    }
  }
  const execution = { order: 'given' } as Plan['execution'];
  return {
    version: 1,
    experiment: 'wide',
    title: null,
    file: 'wide.yaml',
    runs,
    stages,
    figures: [],
    execution,
  };
}

function stage(kind: StageKind, n: number, from: Readonly<Record<string, Stage>>): Stage {
  const inputs = Object.fromEntries(Object.entries(from).map(([role, { key }]) => [role, key]));
  const key = sha256(JSON.stringify({ kind, n, inputs }));
  const id = `${kind}-${key.slice(0, 12)}`;
  return { key, id, kind, config: { n, epochs: 1 }, inputs, semantics: 1, locals: {} } as unknown as Stage;
}
