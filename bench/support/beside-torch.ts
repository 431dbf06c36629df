import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { median, Peer } from './peer.js';
import type { StepAnswer, StepRequest } from './request.js';

/** Threads of either side. */
const THREADS = 2;

/** A side that has not answered by then is given up: torch.compile of a large model takes many minutes. */
const LIMIT_MINUTES = 45;

/** How PyTorch runs the same. */
export const forms = ['eager', 'compile'] as const;
export type Form = (typeof forms)[number];

/** Medians of a side's rounds. */
export interface Side {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakBytes: number;
}

/** A side's figures, or why it has none. */
export type Outcome = Side | { readonly error: string };

export interface Comparison {
  readonly ours: Outcome;
  readonly torch: ReadonlyMap<Form, Outcome>;
}

export interface Rounds {
  readonly rounds: number;
  /** Steps of a round; the median of their times is the round's. */
  readonly steps: number;
  readonly forms: readonly Form[];
  /** Path of a python with PyTorch. */
  readonly python: string;
}

type Program = Peer<StepRequest, StepAnswer | { readonly error: string }>;

interface Measuring {
  readonly program: Program;
  readonly request: StepRequest;
  readonly answers: StepAnswer[];
  error: string | null;
}

/**
 * Runs one case here and in PyTorch, in rounds that take turns, so that what else the machine does weighs on all. Each
 * side is a fresh process: its peak memory is this case's own.
 */
export async function compare(
  request: Omit<StepRequest, 'compile' | 'steps'>,
  { rounds, steps, forms: asked, python }: Rounds,
): Promise<Comparison> {
  const started = (program: Program, compile: boolean): Measuring => ({
    program,
    request: { ...request, compile, steps } as StepRequest,
    answers: [],
    error: null,
  });
  const ours = started(startOurs(), false);
  const torch = new Map(asked.map((form) => [form, started(startTorch(python), form === 'compile')]));
  const all = [ours, ...torch.values()];
  try {
    for (const one of all) await ask(one, 1); // Begins, and is not counted.
    for (const one of all) one.answers.length = 0;
    for (let round = 0; round < rounds; round++) for (const one of all) await ask(one, steps);
  } finally {
    for (const { program } of all) program.stop();
  }
  return {
    ours: outcome(ours),
    torch: new Map([...torch].map(([form, one]) => [form, outcome(one)])),
  };
}

function startOurs(): Program {
  const worker = fileURLToPath(new URL('./ours.js', import.meta.url));
  return new Peer('expc', process.execPath, [worker], {
    TF_NUM_INTRAOP_THREADS: String(THREADS),
    OMP_NUM_THREADS: String(THREADS),
    GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1',
  });
}

function startTorch(python: string): Program {
  const script = fileURLToPath(new URL('../../../bench/peer/clip.py', import.meta.url));
  // What is compiled once is there the next time.
  const environment = { TORCHINDUCTOR_CACHE_DIR: join(dirname(python), '..', 'inductor') };
  return new Peer('torch', python, [script, String(THREADS)], environment);
}

async function ask(one: Measuring, steps: number): Promise<void> {
  if (one.error !== null) return;
  const late = new AbortController();
  const answer = await Promise.race([
    one.program.ask({ ...one.request, steps }).catch((error: unknown) => ({ error: String(error) })),
    setTimeout(LIMIT_MINUTES * 60_000, { error: `no answer in ${LIMIT_MINUTES} minutes` }, late).catch(
      () => ({ error: 'answered' }),
    ),
  ]);
  late.abort();
  if ('error' in answer) {
    one.error = answer.error;
    one.program.kill();
  } else one.answers.push(answer);
}

function outcome({ answers, error }: Measuring): Outcome {
  if (error !== null) return { error };
  return {
    seconds: median(answers.map(({ seconds }) => median(seconds))),
    cpuSeconds: median(answers.map((answer) => median(answer.cpu_seconds))),
    peakBytes: Math.max(...answers.map(({ peak_bytes }) => peak_bytes)),
  };
}
