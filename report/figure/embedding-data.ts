import {
  readEmbeddings,
  readSample,
  type KeptEmbeddings,
  type KeptSample,
} from '../../runtime/evaluate/kept-embeddings.js';
import type { EmbeddingFigure } from '../../schema/generated/resolved.js';
import { error, warning, type Notice } from '../notice.js';
import { project, type Method } from '../projection/project.js';
import type { Results, RunResult } from '../results/types.js';
import { selectRuns } from '../select.js';
import { named } from './groups.js';

export type EmbeddedKind = EmbeddingFigure['show'][number];

/** One embedding of a panel. */
export interface EmbeddingDatum {
  readonly panel: string;
  readonly kind: EmbeddedKind;
  readonly class: string;
  /** Of the picture, or the text. */
  readonly id: string;
  readonly run: string;
  readonly epoch: number;
  readonly x: number;
  readonly y: number;
}

export interface EmbeddingData {
  readonly values: readonly EmbeddingDatum[];
  readonly panels: readonly string[];
  /** What is to be said of the projection of each panel, or of all. */
  readonly notes: readonly string[];
  readonly sample: KeptSample | null;
  readonly meant: readonly RunResult[];
  readonly notices: readonly Notice[];
}

/** The embeddings of one model, as rows. */
interface Panel {
  readonly run: string;
  readonly name: string;
  readonly sample: KeptSample;
  readonly epoch: number;
  readonly dim: number;
  readonly points: readonly Pick<EmbeddingDatum, 'kind' | 'class' | 'id'>[];
  readonly rows: Float32Array;
}

/** What an embedding figure shows; nothing, and an error among the notices, where nothing is kept. */
export function embeddingData(results: Results, figure: EmbeddingFigure): EmbeddingData {
  const chosen = selectRuns(results, figure);
  const notices = [...chosen.notices];
  const panels = readPanels(chosen.runs, figure, notices);
  const [first] = panels;
  const common = { sample: first?.sample ?? null, meant: chosen.meant };
  const isWrong = () => notices.some(({ severity }) => severity === 'error');
  if (!isWrong() && first === undefined)
    notices.push(error('nothingSelected', `there are no embeddings for \`${figure.name}\` yet`));
  if (figure.together && panels.some(({ dim }) => dim !== first!.dim))
    notices.push(
      error('noEmbeddings', `\`${figure.name}\` cannot project models of different \`embed_dim\` together`),
    );
  if (isWrong()) return { values: [], panels: [], notes: [], ...common, notices };
  const groups = figure.together ? [panels] : panels.map((panel) => [panel]);
  const projected = groups.map((group) => projectGroup(group, methodOf(figure)));
  const notes = projected.map(({ note }, i) =>
    figure.together || panels.length === 1 ? note : `${panels[i]!.name}: ${note}`,
  );
  return {
    values: projected.flatMap(({ values }) => values),
    panels: panels.map(({ name }) => name),
    notes,
    ...common,
    notices,
  };
}

function methodOf({ method, perplexity, iterations, seed }: EmbeddingFigure): Method {
  return method === 'pca' ? { method } : { method, perplexity, iterations, seed };
}

function readPanels(runs: readonly RunResult[], figure: EmbeddingFigure, notices: Notice[]): Panel[] {
  const role = figure.stage === 'pretrain' ? 'evaluate' : 'clean';
  const folderOf = ({ folders }: RunResult) => folders?.[role] ?? folders?.['evaluate'];
  const models = [...new Map([...runs].reverse().map((run) => [folderOf(run), run])).values()].reverse();
  return named(models, 'run', figure.labels).flatMap(({ name, runs: [run] }) =>
    figure.epochs.flatMap((epoch): Panel[] => {
      const folder = folderOf(run!);
      const sample = folder === undefined ? null : readSample(folder);
      const kept = folder === undefined || sample === null ? null : readEmbeddings(folder, epoch);
      if (sample === null || kept === null) {
        const which = epoch === 'last' ? 'embeddings' : `embeddings of epoch ${epoch}`;
        notices.push(
          warning('noEmbeddings', `\`${run!.name}\` has kept no ${which}`, {
            hint: `say \`evaluate: { embeddings: { epochs: [${epoch === 'last' ? 0 : epoch}] } }\`, and run the experiment`,
          }),
        );
        return [];
      }
      const when = `epoch ${kept.epoch}`;
      const panel = models.length === 1 ? when : figure.epochs.length === 1 ? name : `${name}, ${when}`;
      return [panelOf(kept, sample, figure.show, panel, run!.name)];
    }),
  );
}

function panelOf(
  kept: KeptEmbeddings,
  sample: KeptSample,
  show: readonly EmbeddedKind[],
  name: string,
  run: string,
): Panel {
  const { dim, epoch } = kept;
  const picture = (place: number) => ({
    class: sample.pictures[place]!.class,
    id: sample.pictures[place]!.id,
  });
  const every = sample.pictures.map((_, place) => place);
  const classes = sample.classes.map((_, place) => place);
  const parts: Readonly<
    Record<EmbeddedKind, readonly [Float32Array, readonly { class: string; id: string }[]]>
  > = {
    clean: [kept.clean, every.map(picture)],
    triggered: [kept.triggered, sample.triggered.map(picture)],
    captions: [
      kept.captions,
      sample.pictures.map(({ class: own, caption }) => ({ class: own, id: caption })),
    ],
    classes: [kept.classes, classes.map((c) => ({ class: sample.classes[c]!, id: sample.classes[c]! }))],
    target: targetOf(kept, sample),
  };
  const shown = show.map((kind) => parts[kind]);
  const rows = new Float32Array(shown.reduce((sum, [values]) => sum + values.length, 0));
  let at = 0;
  for (const [values] of shown) {
    rows.set(values, at);
    at += values.length;
  }
  const points = show.flatMap((kind) => parts[kind][1].map((point) => ({ kind, ...point })));
  return { run, name, sample, epoch, dim, points, rows };
}

/** The averaged prompts of the attack's target; nothing without an attack. */
function targetOf(
  { classes, dim }: KeptEmbeddings,
  { classes: names, target }: KeptSample,
): [Float32Array, { class: string; id: string }[]] {
  if (target === null) return [new Float32Array(), []];
  const place = names.indexOf(target);
  return [classes.subarray(place * dim, (place + 1) * dim), [{ class: target, id: target }]];
}

function projectGroup(
  panels: readonly Panel[],
  method: Method,
): { readonly values: EmbeddingDatum[]; readonly note: string } {
  const { dim } = panels[0]!;
  const rows = new Float32Array(panels.reduce((sum, panel) => sum + panel.rows.length, 0));
  let at = 0;
  for (const panel of panels) {
    rows.set(panel.rows, at);
    at += panel.rows.length;
  }
  const { places, note } = project(rows, dim, method);
  const all = panels.flatMap(({ name: panel, run, epoch, points }) =>
    points.map((point) => ({ panel, ...point, run, epoch })),
  );
  return { values: all.map((one, i) => ({ ...one, x: places[2 * i]!, y: places[2 * i + 1]! })), note };
}
