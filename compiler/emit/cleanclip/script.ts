import type { Plan, Run, Stage } from '../../../schema/plan.js';
import type { SubsetStage } from '../../../schema/stages/data.js';
import type { CleanStage, PretrainStage } from '../../../schema/stages/training.js';
import { modelName, trainingFlags, triggerFlags } from './flags.js';
import {
  cleaningLimits,
  datasetLimits,
  exportCommand,
  poisonLimits,
  pretrainLimits,
  readsItself,
  weightsLimits,
} from './limits.js';
import { labelLimits, lossFlags, shrinkFlags } from './losses.js';
import { command, comment, quoted } from './shell.js';

/**
 * The study's original PyTorch program (built on CleanCLIP's), told to do a plan: one command a stage, inputs first, as a
 * shell script. What cannot be said in its flags is said in comments.
 */
export function cleanclipScript(plan: Plan): string {
  const writer = new ScriptWriter(plan);
  const stages = plan.stages.map((stage) => writer.stage(stage)).filter((text) => text !== '');
  return `${head(plan)}\n${stages.join('\n')}`;
}

function head(plan: Plan): string {
  return `#!/usr/bin/env bash
${comment(`${plan.experiment}: ${plan.runs.length} runs of ${plan.file}, for the original PyTorch program.`)}
${comment('Each stage is one command, inputs first. Lines that start with "# not the same:" say what its flags cannot.')}
set -euo pipefail
${comment('The program that poisons data and draws clean subsets has flags that are known; what starts it is not recorded.')}
: "\${POISON_MAKER:?the command that starts the poison maker}"
: "\${DATA:?the folder for data}" "\${PAIRS:?how many pairs the pre-training data has}" "\${IMAGENET:?the folder with labels.csv and classes.py of ImageNet}"
`;
}

class ScriptWriter {
  readonly #byKey: ReadonlyMap<string, Stage>;

  constructor(private readonly plan: Plan) {
    this.#byKey = new Map(plan.stages.map((stage) => [stage.key, stage]));
  }

  stage(stage: Stage): string {
    switch (stage.kind) {
      case 'dataset':
        return this.block(stage, datasetLimits(stage), null);
      case 'poison':
        return this.block(
          stage,
          [...poisonLimits(stage), moveHere(stage)],
          ownPairs(stage) +
            command('$POISON_MAKER', [
              ['train_data', this.csv(stage.inputs.dataset)],
              ['templates', '"$IMAGENET/classes.py"'],
              ['size_train_data', this.size(stage.inputs.dataset)],
              ['num_backdoor', String(stage.config.count)],
              ['label', quoted(stage.config.target)],
              ...triggerFlags(stage.config.trigger),
              ...(stage.config.labels === 'consistent' ? ([['label_consistent', null]] as const) : []),
            ]),
        );
      case 'subset':
        return this.block(
          stage,
          [moveHere(stage)],
          ownPairs(stage) +
            command('$POISON_MAKER', [
              ['train_data', this.csv(stage.inputs.dataset)],
              ['templates', '"$IMAGENET/classes.py"'],
              ['size_clean_data', String(stage.config.size)],
              ...this.poisonOf(stage),
            ]),
        );
      case 'label':
        return this.block(stage, labelLimits(stage), null);
      case 'pretrain':
        return this.block(stage, pretrainLimits(stage), this.pretrain(stage));
      case 'weights':
        return this.block(stage, weightsLimits(stage), null);
      case 'evaluate':
        return ''; // The program measures while it trains.
      case 'clean':
        return this.block(
          stage,
          cleaningLimits(stage, this.#byKey.get(stage.inputs.model)),
          this.clean(stage),
        );
    }
  }

  private pretrain(stage: PretrainStage): string {
    return command('python -m src.main', [
      ['name', runName(stage)],
      ['project_name', quoted(this.plan.experiment)],
      ['model_name', modelName(stage.config.model) ?? 'RN50'],
      ...(stage.inputs.start === undefined
        ? []
        : ([
            ['checkpoint', checkpointFile(this.#byKey.get(stage.inputs.start)!, stage.config.from!)],
          ] as const)),
      ['train_data', this.csv(stage.inputs.data)],
      ...trainingFlags(stage.config),
      ...lossFlags(stage.config),
      ...this.evaluation(this.evaluationOf(stage)),
      ['distributed', null],
    ]);
  }

  private clean(stage: CleanStage): string {
    const start = this.#byKey.get(stage.inputs.model)!;
    return command('python -m src.main', [
      ['name', runName(stage)],
      ['project_name', quoted(this.plan.experiment)],
      ['model_name', modelName(stage.config.model) ?? 'RN50'],
      ['checkpoint', checkpointFile(start, stage.config.from)],
      ['complete_finetune', null],
      ['train_data', this.csv(stage.inputs.data)],
      ...trainingFlags(stage.config),
      ...lossFlags(stage.config),
      ...shrinkFlags(stage.config),
      ...this.evaluation(stage.config.evaluation),
      ['device_id', '0'],
    ]);
  }

  private evaluationOf(stage: PretrainStage): CleanStage['config']['evaluation'] | null {
    for (const one of this.plan.stages)
      if (one.kind === 'evaluate' && one.inputs.model === stage.key) return one.config.evaluation;
    return null;
  }

  private evaluation(
    evaluation: CleanStage['config']['evaluation'] | null,
  ): (readonly [string, string | null])[] {
    if (evaluation === null) return [];
    const clean = [
      ['eval_data_type', 'ImageNet1K'],
      ['eval_test_data_dir', '"$IMAGENET"'],
    ] as const;
    if (evaluation.asr === null) return [...clean];
    const attack = [
      ['add_backdoor', null],
      ['asr', null],
      ['eval_both_accuracy_and_asr', null],
    ] as const;
    return [...clean, ...attack, ...triggerFlags(evaluation.asr.trigger)];
  }

  /** The program tells poisoned rows by their place and file name, so a clean subset names the poison too. */
  private poisonOf(stage: SubsetStage): (readonly [string, string | null])[] {
    const from = this.#byKey.get(stage.inputs.dataset);
    if (from?.kind !== 'poison') return [];
    return [['num_backdoor', String(from.config.count)], ...triggerFlags(from.config.trigger)];
  }

  /** The CSV file that a stage's data stands for. */
  private csv(key: string): string {
    const stage = this.#byKey.get(key)!;
    const isRead = stage.kind === 'dataset' && readsItself(stage);
    return isRead ? quoted(stage.locals.paths.path!) : `"$DATA/${stage.id}.csv"`;
  }

  /** How many pairs a stage's data has; only the person knows for whole data sets. */
  private size(key: string): string {
    const stage = this.#byKey.get(key)!;
    return stage.kind === 'subset' ? String(stage.config.size) : '"$PAIRS"';
  }

  private block(stage: Stage, limits: readonly string[], text: string | null): string {
    const lines = [
      comment(`${stage.id}: ${stage.kind}${this.usedBy(stage)}`),
      ...limits.map((limit) => comment(`not the same: ${limit}`)),
      ...(text === null ? [] : [text]),
    ];
    return `${lines.join('\n')}\n`;
  }

  private usedBy(stage: Stage): string {
    const runs = this.plan.runs.filter((run: Run) => Object.values(run.stages).includes(stage.key));
    if (runs.length === 0) return '';
    return runs.length === 1 ? `, for ${runs[0]!.name}` : `, for ${runs.length} runs`;
  }
}

/**
 * The name of a run, and of its folder of logs. The program's data with augmented pairs is there only for pre-trainings
 * whose name has `_poison_` in it.
 */
function runName({ id, kind }: Stage): string {
  return kind === 'pretrain' ? `${id}_poison_` : id;
}

/** Where the program has the checkpoint of an epoch. */
function checkpointFile(stage: Stage, from: number | string): string {
  return `logs/${runName(stage)}/checkpoints/epoch_${typeof from === 'number' ? from : 'EPOCH'}.pt`;
}

/** How to have the very pairs of the plan in place of those that the program draws. */
function ownPairs({ id }: Stage): string {
  return `${comment(`Or, for the very pairs of this plan once they are made: ${exportCommand(id)}`)}\n`;
}

function moveHere({ id }: Stage): string {
  return `it names the CSV file that it writes by itself (backdoor_..., clean_...): move it to $DATA/${id}.csv`;
}
