import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compile, type Compiled } from '../../../compiler/index.js';
import { cleanclipScript } from '../../../compiler/emit/cleanclip/script.js';
import { fileHost } from '../../../cli/host.js';

/** The mistakes that the scripts of the original study contain, made in the study's own experiments. */
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'expc-mistakes-'));
  for (const name of ['experiments', 'templates']) symlinkSync(resolve(name), join(folder, name));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function compiled(text: string, set: readonly string[] = []): Compiled {
  writeFileSync(join(folder, 'x.yaml'), text);
  return compile(fileHost({}), join(folder, 'x.yaml'), { folder, set });
}

/** What is said, but for the data that this machine does not have. */
function said(text: string): string[] {
  return compiled(text)
    .diagnostics.filter(({ code }) => code !== 'EXPC001')
    .map(({ code, severity, message }) => `${severity} ${code} ${message}`);
}

const over = (file: string, text: string): string =>
  `extends: experiments/paper/${file}.yaml\nname: x\nfigures: null\n${text}`;
const one = 'ablations: null\n';

test.each(['cc3m', 'cc6m', 'attacks'])('%s as it is written has none of them', (file) => {
  expect(said(over(file, ''))).toEqual([]);
});

describe('each is found', () => {
  test('the attack is evaluated with another trigger than the one trained', () => {
    const text = `${one}poison: { trigger: { kind: warp } }\nevaluate: { asr: { trigger: { kind: noise-patch, size: 16, location: random } } }\n`;
    expect(said(over('attacks', text))).toEqual([
      'warning EXPC407 the attack is measured with another trigger than the one trained',
    ]);
  });

  test('also where the model comes from another experiment', () => {
    const from =
      '{ kind: experiment, path: experiments/paper/attacks.yaml, ablation: warped, where: { pretraining: mmcl }, epoch: 33 }';
    expect(said(over('attacks', `${one}clean: { from: ${from} }\n`))).toEqual([
      'warning EXPC407 the attack is measured with another trigger than `experiments/paper/attacks.yaml` trained',
    ]);
  });

  test('the checkpoints of two pre-trainings are swapped', () => {
    const start = (label: string, epoch: number): string =>
      `{ kind: experiment, path: experiments/paper/attacks.yaml, ablation: label-consistent, where: { pretraining: ${label} }, epoch: ${epoch} }`;
    const variants = (mmcl: string, both: string): string =>
      `poison: { labels: consistent }\nablations: [{ name: it, matrix: { pretraining: { mmcl: { clean.from: ${mmcl} }, mmcl+ssl: { clean.from: ${both} } } } }]\n`;
    expect(said(over('attacks', variants(start('mmcl', 40), start('mmcl+ssl', 37))))).toEqual([]);
    expect(said(over('attacks', variants(start('mmcl+ssl', 37), start('mmcl', 40))))).toEqual([
      'warning EXPC420 the variants `mmcl` and `mmcl+ssl` seem to have their starts swapped',
    ]);
  });

  test('the warm-up is longer than the cleaning', () => {
    expect(said(over('cc3m', `${one}clean: { schedule: { warmup_steps: 50000 } }\n`))).toEqual([
      'warning EXPC408 the warm-up of 50000 steps is not over when cleaning ends after 31240',
    ]);
  });

  test('poison in the cleaning data is only there where it is asked for, and comes from the attack', () => {
    const { plan } = compiled(over('cc3m', one));
    expect(plan!.runs[0]!.stages['cleaning-poison']).toBeUndefined();
    expect(said(over('cc3m', `${one}poison: null\nclean: { data: { poisons: 5 } }\n`))).toContain(
      'error EXPC409 the cleaning set holds poison, but there is no attack',
    );
    expect(said(over('cc3m', `${one}clean: { data: { poisons: 200000 } }\n`))).toEqual([
      'error EXPC410 200000 poisoned pairs do not fit into a cleaning set of 100000',
    ]);
  });

  test('a name claims another value than its runs have', () => {
    const rates =
      'label: { lr-1.5e-4: { clean.optimizer.lr: 1.5e-5 }, lr-1.6e-4: { clean.optimizer.lr: 1.6e-4 } }';
    expect(said(over('attacks', `ablations: [{ name: it, matrix: { ${rates} } }]\n`))).toEqual([
      'warning EXPC420 the variant `lr-1.5e-4` seems to claim a learning rate of 1.5e-4, but `pretrain.optimizer.lr` is 1e-3, `clean.optimizer.lr` is 1.5e-5',
    ]);
    expect(said(over('cc6m', 'ablations: [{ name: 200k, matrix: { clean.seed: [0, 1] } }]\n'))).toEqual([
      'warning EXPC420 the ablation `200k` seems to claim 200000 of something, but no value of its runs is that',
    ]);
  });
});

describe('what the program of the study does otherwise is an option here, or said where its command lines are written', () => {
  const script = (text: string): string => cleanclipScript(compiled(over('cc6m', text)).plan!);

  test('a restored optimizer takes the weight decay of the checkpoint', () => {
    const decayed = `${one}clean: { optimizer: { weight_decay: 5 } }\n`;
    const { plan } = compiled(over('cc6m', decayed));
    const clean = plan!.stages.find((stage) => stage.kind === 'clean')!;
    // Here it is what is written, with the moments kept.
    expect(clean.config).toMatchObject({ optimizer: { weight_decay: 5 }, optimizer_state: 'kept' });
    expect(script(decayed)).toContain(
      'not the same: the weight decay: with the moments it takes that of the checkpoint',
    );
    expect(script(one)).not.toContain('the weight decay');
  });

  test('its schedule runs past the end', () => {
    const textbook = `${one}compatibility: textbook\n`;
    const origin = (text: string): unknown =>
      (compiled(over('cc6m', text)).plan!.stages.find((stage) => stage.kind === 'clean')!.config as never)[
        'schedule'
      ];
    expect(origin(one)).toMatchObject({ step_origin: 'study' });
    expect(origin(textbook)).toMatchObject({ step_origin: 'textbook' });
    expect(script(textbook)).toContain('the last epoch runs past the end');
    expect(script(one)).not.toContain('runs past the end');
  });
});
