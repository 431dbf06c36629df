import process from 'node:process';
import { essenceOf } from '../execute/essence.js';
import type { MeasureAnswer, MeasureRequest } from './request.js';

/** Entry of a process that measures: one question over IPC, one answer. It ends when nobody waits for it any more. */
process.on('disconnect', () => process.exit(1));
process.on('uncaughtException', (error) => answer(failure(error)));
process.on('unhandledRejection', (error) => answer(failure(error)));
process.on('message', (request: MeasureRequest) => {
  void carryOut(request).catch(failure).then(answer);
});

async function carryOut(request: MeasureRequest): Promise<MeasureAnswer> {
  const { measure } = await import('./measure.js');
  return { type: 'measured', measured: await measure(request) };
}

function failure(error: unknown): MeasureAnswer {
  const { message, hint } = essenceOf(error);
  return { type: 'failed', message, hint };
}

function answer(message: MeasureAnswer): void {
  process.send?.(message, () => process.exit(0));
}
