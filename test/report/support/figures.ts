import type { ScatterFigure, TableFigure } from '../../../schema/generated/resolved.js';

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
    min_points: 1,
    points: 'all',
    asr_limit: 5,
    x: 'asr.top1',
    y: 'accuracy.top1',
    start_model: true,
    seeds: 'pooled',
    formats: ['png', 'svg'],
    width: 300,
    height: 260,
    ...more,
  };
}
