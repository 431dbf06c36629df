import type {
  BarFigure,
  BoxFigure,
  ContactSheetFigure,
  CurveFigure,
  EmbeddingFigure,
  HeatmapFigure,
  LineFigure,
  ScatterFigure,
  TableFigure,
  TrajectoryFigure,
} from '../../../schema/generated/resolved.js';

/** What pictures have in common, with the language's defaults. */
const picture = { min_points: 1, width: 300, height: 260, formats: ['png' as const, 'svg' as const] };

/** A table with the language's defaults. */
export function table(more: Partial<TableFigure> = {}): TableFigure {
  return {
    kind: 'table',
    name: 'table',
    min_points: 1,
    points: 'all',
    accuracy: 'accuracy.top1',
    asr: 'asr.top1',
    asr_limits: [5],
    columns: ['start', 'best', 'where', 'drop', 'counts'],
    decimals: 2,
    ...more,
  };
}

/** A scatter plot with the language's defaults. */
export function scatter(more: Partial<ScatterFigure> = {}): ScatterFigure {
  return {
    kind: 'scatter',
    name: 'scatter',
    ...picture,
    points: 'all',
    asr_limit: 5,
    x: 'asr.top1',
    y: 'accuracy.top1',
    start_model: true,
    seeds: 'pooled',
    ...more,
  };
}

export function trajectory(more: Partial<TrajectoryFigure> = {}): TrajectoryFigure {
  return {
    kind: 'trajectory',
    name: 'trajectory',
    ...picture,
    points: 'epoch-ends',
    x: 'asr.top1',
    y: 'accuracy.top1',
    facet: 'run',
    start_model: true,
    seeds: 'pooled',
    ...more,
  };
}

export function curve(more: Partial<CurveFigure> = {}): CurveFigure {
  return {
    kind: 'curve',
    name: 'curve',
    ...picture,
    stage: 'clean',
    metrics: ['accuracy.top1', 'asr.top1'],
    x: 'epoch',
    points: 'all',
    y_scale: 'linear',
    start_model: true,
    seeds: 'mean',
    ...more,
  };
}

export function line(more: Partial<LineFigure> = {}): LineFigure {
  return {
    kind: 'line',
    name: 'line',
    ...picture,
    axis: 'clean.optimizer.lr',
    metrics: ['accuracy.top1', 'asr.top1'],
    points: 'last',
    asr_limit: 5,
    value: 'best',
    x_scale: 'linear',
    seeds: 'mean',
    ...more,
  };
}

export function bar(more: Partial<BarFigure> = {}): BarFigure {
  return {
    kind: 'bar',
    name: 'bar',
    ...picture,
    axis: 'clean.optimizer.lr',
    metric: 'accuracy.top1',
    points: 'last',
    asr_limit: 5,
    value: 'best',
    seeds: 'mean',
    ...more,
  };
}

export function box(more: Partial<BoxFigure> = {}): BoxFigure {
  return {
    kind: 'box',
    name: 'box',
    ...picture,
    axis: 'clean.optimizer.lr',
    metric: 'accuracy.top1',
    points: 'last',
    asr_limit: 5,
    ...more,
  };
}

export function heatmap(more: Partial<HeatmapFigure> = {}): HeatmapFigure {
  return {
    kind: 'heatmap',
    name: 'heatmap',
    ...picture,
    x: 'clean.optimizer.lr',
    y: 'cleaning',
    metric: 'accuracy.top1',
    points: 'last',
    asr_limit: 5,
    value: 'best',
    decimals: 1,
    ...more,
  };
}

export function embedding(more: Partial<EmbeddingFigure> = {}): EmbeddingFigure {
  return {
    kind: 'embedding',
    name: 'embeddings',
    ...picture,
    stage: 'clean',
    epochs: ['last'],
    show: ['clean', 'triggered', 'captions', 'target'],
    method: 'pca',
    together: false,
    perplexity: 30,
    iterations: 1000,
    ...more,
  };
}

export function contactSheet(more: Partial<ContactSheetFigure> = {}): ContactSheetFigure {
  return {
    kind: 'contact-sheet',
    name: 'sheet',
    of: 'poison',
    originals: true,
    captions: true,
    count: 12,
    size: 72,
    columns: 6,
    formats: ['png', 'svg'],
    ...more,
  };
}
