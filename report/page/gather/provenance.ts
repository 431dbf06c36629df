import type { Plan } from '../../../schema/plan.js';
import { readDone, type DoneMarker } from '../../../runtime/store/stage-folder.js';

/** With what and where the stages that are done were made: each fact's different values, and how many stages say it. */
export interface Provenances {
  readonly stages: number;
  readonly facts: readonly {
    readonly name: string;
    readonly values: readonly { readonly text: string; readonly stages: number }[];
  }[];
  readonly first: string | null;
  readonly last: string | null;
  /** Time at work, all stages together. */
  readonly seconds: number;
}

export function provenances(plan: Plan, outputs: string): Provenances {
  const markers = plan.stages.map((stage) => readDone(outputs, stage)).filter((marker) => marker !== null);
  const facts = new Map<string, Map<string, number>>();
  for (const marker of markers)
    for (const [name, text] of Object.entries(factsOf(marker))) {
      const values = facts.get(name) ?? new Map<string, number>();
      values.set(text, (values.get(text) ?? 0) + 1);
      facts.set(name, values);
    }
  return {
    stages: markers.length,
    facts: [...facts].map(([name, values]) => ({
      name,
      values: [...values].map(([text, stages]) => ({ text, stages })),
    })),
    first: markers.map(({ started }) => started).sort()[0] ?? null,
    last:
      markers
        .map(({ finished }) => finished)
        .sort()
        .at(-1) ?? null,
    seconds: markers.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}

function factsOf({ provenance }: DoneMarker): Record<string, string> {
  const { versions, host, platform, cpu, device, threads, command, file, git } = provenance;
  const { expc, node, tfjs, tensorflow } = versions;
  return {
    command: command
      .slice(1)
      .map((word, i) => (i === 0 ? 'expc' : word))
      .join(' '),
    file,
    revision:
      git === null ? 'not in a repository' : `${git.commit}${git.dirty === null ? '' : ', with changes'}`,
    versions: `expc ${expc}, Node ${node}${tfjs === null ? '' : `, tfjs ${tfjs}`}${tensorflow === null ? '' : `, TensorFlow ${tensorflow}`}`,
    machine: `${host}: ${cpu} (${platform})`,
    device: `${device}${threads === null ? '' : `, ${threads} thread${threads === 1 ? '' : 's'}`}`,
  };
}
