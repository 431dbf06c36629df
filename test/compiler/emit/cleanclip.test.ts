import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { cleanclipScript } from '../../../compiler/emit/cleanclip/script.js';
import { quoted } from '../../../compiler/emit/cleanclip/shell.js';
import { planOver } from '../../support/compile.js';

const rn50 = `
compatibility: study
model:
  embed_dim: 1024
  image: { kind: resnet, layers: [3, 4, 6, 3], width: 64, resolution: 224 }
  text: { layers: 12, width: 512 }
datasets:
  train: { kind: csv, path: /data/cc3m.csv, resolution: 224 }
  test: { kind: csv, path: /data/imagenet.csv, label_column: label, resolution: 224 }
poison: { trigger: { kind: noise-patch, size: 16 }, count: 1500 }
pretrain: { optimizer: { lr: 1e-3 }, epochs: 64, batch_size: 2048, schedule: { warmup_steps: 10000 } }
clean: { data: { size: 100000 }, epochs: 20, batch_size: 128, schedule: { warmup_steps: 50 } }
`;

/** The commands of a script, each as its words; variables stand for themselves. */
function commands(script: string): string[][] {
  const program = `python() { printf '%s\\n' "$@"; echo; }\nPOISON_MAKER='python poison.py' DATA=DATA IMAGENET=IMAGENET PAIRS=PAIRS\n${script}`;
  const out = execFileSync('bash', ['-c', program], { encoding: 'utf8' });
  return out
    .trim()
    .split('\n\n')
    .map((text) => text.split('\n'));
}

test('one command a stage, with the flags of the original program', () => {
  const plan = planOver(rn50);
  const [poison, pretrain, subset, clean] = commands(cleanclipScript(plan));
  const id = (kind: string): string => plan.stages.find((stage) => stage.kind === kind)!.id;
  expect(poison!.join(' ')).toBe(
    'poison.py --train_data /data/cc3m.csv --templates IMAGENET/classes.py --size_train_data PAIRS ' +
      '--num_backdoor 1500 --label banana --patch_type random --patch_location random --patch_size 16',
  );
  expect(pretrain!.join(' ')).toBe(
    `-m src.main --name ${id('pretrain')}_poison_ --project_name base --model_name RN50 --train_data DATA/${id('poison')}.csv --epochs 64 ` +
      '--batch_size 2048 --lr 1e-3 --beta1 0.9 --beta2 0.999 --eps 1e-8 --weight_decay 0.1 --num_warmup_steps 10000 ' +
      '--clip_weight 1 --eval_data_type ImageNet1K --eval_test_data_dir IMAGENET --add_backdoor --asr ' +
      '--eval_both_accuracy_and_asr --patch_type random --patch_location random --patch_size 16 --distributed',
  );
  expect(subset).toContain('--size_clean_data');
  // Or exactly the pairs that are trained on here.
  for (const kind of ['poison', 'subset'])
    expect(cleanclipScript(plan)).toContain(`expc data export ${id(kind)} --format csv --out "$DATA"`);
  expect(clean!.join(' ')).toContain(
    `--checkpoint logs/${id('pretrain')}_poison_/checkpoints/epoch_64.pt --complete_finetune --train_data DATA/${id('subset')}.csv`,
  );
  expect(clean!.join(' ')).toContain('--clip_weight 1 --inmodal --inmodal_weight 1');
});

/** The comments on what the program cannot be told. */
function limits(text: string): string[] {
  return [...new Set(cleanclipScript(planOver(text)).match(/(?<=^# not the same: ).*$/gm))];
}

test('losses and mixing of weights are said in its flags, and what it cannot do in comments', () => {
  const options = `${rn50}
x-labels: &labels { pseudo_labels: { teacher: { kind: csv, path: /data/labels.csv } } }
ablations:
  - name: methods
    set: { clean.optimizer.lr: 1e-4 }
    matrix:
      method:
        clusters: { clean: { objective: { clustering: 5 } } }
        labels: { clean: { objective: { pseudo_labels: 5 }, <<: *labels } }
        sigmoid: { clean: { objective: { mmcl: 0, siglip: 0.1 }, shrink_and_perturb: { shrink: 0.95, perturb: 1e-4 } } }
        classes: { clean: { objective: { supervised: 1 }, data: { dataset: test }, micro_batch_size: 32 } }
`;
  const script = cleanclipScript(planOver(options));
  for (const flags of [
    '--deep_clustering --deep_clustering_weight 5',
    '--deep_clustering_cheating_experiment --deep_clustering_weight 5',
    '--siglip --siglip_weight 0.1 --shrink_and_perturb --shrink_lambda 0.95 --perturb_lambda 1e-4',
  ])
    expect(script.replace(/ \\\n\s*/g, ' ')).toContain(flags);
  const said = limits(options).join('\n');
  expect(said).toContain('it reads labels by the position of rows');
  expect(said).toContain('the supervised loss: it has none');
  expect(said).toContain('it takes a whole batch at once');
  expect(said).not.toContain('in training mode');
});

test('of the study itself, only seeds and file names cannot be said', () => {
  const said = new Set(limits(rn50).map((limit) => limit.split(/[:;(]/)[0]!.trim()));
  expect([...said]).toEqual([
    'its draws have no seed',
    'it names the CSV file that it writes by itself',
    'the seed',
  ]);
});

test('what differs from the original is said', () => {
  const said = limits(`${rn50.replace('compatibility: study', '')}seed: 3`).join('\n');
  expect(said).toContain('noise beyond the range of a byte is clamped here, and wraps there');
  expect(said).toContain('the schedule: it counts steps from one epoch on');
  expect(said).toContain('fresh optimizer moments');
  expect(said).toContain('it draws the augmented copy of a caption once, not each epoch');
});

test('that it measures accuracy only beside an attack is said', () => {
  expect(limits('poison: null').join('\n')).toContain('accuracy alone');
});

test('a data set or model that the program does not know is said', () => {
  const said = limits('').join('\n');
  expect(said).toMatch(
    /it reads CSV files only: write the pairs of this emoji data set there with expc data export dataset-\w+ --format csv --out "\$DATA"/,
  );
  expect(said).toContain("the model: it knows OpenAI's sizes only, RN50 stands in");
});

test.each(["it's", 'a b', '$(touch x)', '`x`', '"', "'; rm -rf / #", '\\', 'ü'])(
  'the shell reads %j as one word that means nothing else',
  (text) => {
    expect(execFileSync('bash', ['-c', `printf %s ${quoted(text)}`], { encoding: 'utf8' })).toBe(text);
  },
);

test('names of runs and targets cannot end a comment or a word', () => {
  const script = cleanclipScript(planOver(rn50, { set: ["poison.target=it's $HOME"] }));
  expect(commands(script)[0]).toContain("it's $HOME");
});

test('what is no whole CSV file is exported first, and read from there', () => {
  const filtered = rn50.replace(
    'cc3m.csv, resolution: 224',
    'cc3m.csv, resolution: 224, keep: { first: 500000 }',
  );
  const shards = rn50.replace(
    'kind: csv, path: /data/cc3m.csv',
    "kind: webdataset, path: '/data/{0..9}.tar'",
  );
  const packed = rn50.replace('cc3m.csv', 'cc3m.csv.gz');
  for (const text of [filtered, shards, packed]) {
    const plan = planOver(text);
    const script = cleanclipScript(plan);
    const { id } = plan.stages.find(({ kind }) => kind === 'dataset')!;
    expect(script).toContain(`expc data export ${id} --format csv --out "$DATA"`);
    expect(script.replace(/ \\\n\s*/g, ' ')).toContain(`--train_data "$DATA/${id}.csv"`);
  }
  expect(cleanclipScript(planOver(rn50))).toContain('--train_data /data/cc3m.csv');
});
