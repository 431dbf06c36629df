import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { Board } from '../../../runtime/execute/board.js';
import type { Stage } from '../../../schema/plan.js';
import { toyStage, toyStudy } from './support/plans.js';

const nothing: ReadonlySet<string> = new Set();

/** Ids in the order in which the stages are started when each is done at once. */
function order(board: Board): string[] {
  const ids: string[] = [];
  for (let stage = board.next(); stage !== null; stage = board.next()) {
    ids.push(stage.id);
    board.started(stage.key);
    board.done(stage.key);
  }
  return ids;
}

describe('the board', () => {
  it('starts a stage only after its inputs, each once, data first, else in the order of the plan', () => {
    const { all, data, test, poison, subset, pretrain, evaluate, cleans } = toyStudy();
    const ids = order(new Board(all, nothing));
    expect(ids).toEqual([data, poison, test, subset, pretrain, evaluate, ...cleans].map(({ id }) => id));
  });

  it('begins with what is done', () => {
    const { all, data, poison, test, subset, pretrain, cleans } = toyStudy();
    const board = new Board(all, new Set([data, poison, test, subset, pretrain].map(({ key }) => key)));
    expect(order(board)).toHaveLength(1 + cleans.length);
  });

  it('blocks what depends on a failure, however far, and nothing else', () => {
    const { all, data, test, poison, subset, pretrain, evaluate, cleans } = toyStudy();
    const board = new Board(all, nothing);
    for (const stage of [data, poison]) {
      board.started(stage.key);
      board.done(stage.key);
    }
    board.started(pretrain.key);
    const blocked = board.failed(pretrain.key);
    expect(blocked.map(({ id }) => id).sort()).toEqual([evaluate, ...cleans].map(({ id }) => id).sort());
    expect(order(board)).toEqual([test.id, subset.id]);
    expect(board.count('blocked')).toBe(1 + cleans.length);
  });

  it('holds a pre-training back while the data of its measurement are on their way, and no longer', () => {
    const { all, data, test, poison, subset, pretrain, evaluate } = toyStudy();
    const board = new Board(all, new Set([data, poison, subset].map(({ key }) => key)));
    board.started(test.key);
    expect(board.next()).toBeNull();
    expect(board.observersOf(pretrain.key)).toEqual([]);
    board.done(test.key);
    expect(board.next()).toBe(pretrain);
    expect(board.observersOf(pretrain.key)).toEqual([evaluate]);
  });

  it.each(['failed', 'interrupted'] as const)('does not wait for data that are %s', (how) => {
    const { all, data, test, poison, subset, pretrain } = toyStudy();
    const board = new Board(all, new Set([data, poison, subset].map(({ key }) => key)));
    board.started(test.key);
    if (how === 'failed') board.failed(test.key);
    else board.aside(test.key, 'interrupted');
    expect(board.next()).toBe(pretrain);
    expect(board.observersOf(pretrain.key)).toEqual([]);
  });

  it('lets a measurement that was not finished with its pre-training follow it', () => {
    const { all, data, test, poison, subset, pretrain, evaluate } = toyStudy({}, 0);
    const board = new Board(all, new Set([data, poison, test, subset].map(({ key }) => key)));
    board.started(pretrain.key);
    board.started(evaluate.key);
    board.aside(evaluate.key, 'waiting');
    board.done(pretrain.key);
    expect(board.next()).toBe(evaluate);
  });

  it('takes up again what was set aside, when its inputs are there', () => {
    const data = toyStage('dataset', { salt: 1 });
    const poison = toyStage('poison', { salt: 2 }, { dataset: data });
    const board = new Board([data, poison], nothing);
    board.aside(data.key, 'resting');
    board.again(poison.key);
    expect(board.next()).toBeNull();
    board.again(data.key);
    expect(board.next()).toBe(data);
  });

  it('does every stage of any plan, inputs first', () => {
    const graphs = fc.array(fc.array(fc.nat(), { maxLength: 3 }), { maxLength: 25 });
    fc.assert(
      fc.property(graphs, (edges) => {
        const stages: Stage[] = [];
        edges.forEach((inputs, salt) => {
          const chosen = inputs
            .filter(() => salt > 0)
            .map((n, role) => [`role${role}`, stages[n % salt]!] as const);
          const kind = (['pretrain', 'evaluate', 'dataset', 'clean'] as const)[salt % 4]!;
          stages.push(toyStage(kind, { salt }, Object.fromEntries(chosen)));
        });
        const ids = order(new Board(stages, nothing));
        expect([...ids].sort()).toEqual(stages.map(({ id }) => id).sort());
        for (const { id, inputs } of stages) {
          for (const key of Object.values<string>(inputs)) {
            const input = stages.find((stage) => stage.key === key)!;
            expect(ids.indexOf(input.id)).toBeLessThan(ids.indexOf(id));
          }
        }
      }),
    );
  });

  it('refuses a plan that lacks an input', () => {
    const data = toyStage('dataset');
    const poison = toyStage('poison', {}, { dataset: data });
    expect(() => new Board([poison], nothing)).toThrow(`${poison.id} has an input that the plan lacks`);
  });
});
