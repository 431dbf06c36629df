import { loadavg } from 'node:os';
import { bench as measureCases } from '../../runtime/bench/bench.js';
import { measurementsFolder } from '../../runtime/bench/kept.js';
import { fingerprint, thisMachine, type Machine } from '../../runtime/bench/machine.js';
import { planCases } from '../../runtime/bench/plan-cases.js';
import { inProcess } from '../../runtime/bench/process.js';
import type { CaseReport } from '../../runtime/bench/report.js';
import { standardCases, type NamedCase } from '../../runtime/bench/standard.js';
import { busyText, caseRows, machineText, remarks } from '../../runtime/bench/text.js';
import { chooseGpus, listGpus } from '../../runtime/execute/devices.js';
import { columns } from '../../compiler/emit/columns.js';
import type { Plan } from '../../schema/plan.js';
import type { BenchOptions } from '../commands/bench.js';
import { exitCode, UsageError } from '../exit.js';
import { tellFailure } from '../failure.js';
import { interruption } from '../interruption.js';
import { loadOrExplain } from '../load.js';
import { printJson } from '../print-json.js';
import { print, printError } from '../terminal.js';

export async function bench(file: string | undefined, options: BenchOptions): Promise<number> {
  const plan = file === undefined ? null : (loadOrExplain(file, options)?.plan ?? null);
  if (file !== undefined && plan === null) return exitCode.wrong;
  const machine = await thisMachine();
  const { signal, end } = interruption();
  try {
    const cases = casesOf(plan, options);
    const gpus = chooseGpus(options.device ?? plan?.execution.devices, await listGpus());
    const load = loadavg()[0]!;
    const warning = busyText(machine, load);
    if (warning !== null) printError(`warning: ${warning}\n`);
    const reports = await measureCases(cases, {
      machine,
      gpus,
      threads: options.threads,
      jobs: options.jobs ?? plan?.execution.jobs,
      seconds: options.seconds,
      measure: inProcess(signal),
      tell: (line) => printError(`${line}\n`),
    });
    tell(machine, load, reports, options);
    return reports.some(({ step }) => step !== null) ? exitCode.fine : exitCode.failed;
  } catch (error) {
    if (signal.aborted) return exitCode.interrupted;
    return tellFailure(error);
  } finally {
    end();
  }
}

function casesOf(plan: Plan | null, { outputs }: BenchOptions): readonly NamedCase[] {
  if (plan === null) return standardCases;
  const cases = planCases(plan, outputs);
  if (cases.length > 0) return cases;
  throw new UsageError(`\`${plan.experiment}\` has no training to measure`);
}

function tell(machine: Machine, load: number, reports: readonly CaseReport[], { json }: BenchOptions): void {
  const kept = measurementsFolder(machine);
  if (json === true) printJson({ machine, load, fingerprint: fingerprint(machine), kept, cases: reports });
  else
    print(
      `${machineText(machine)}\n\n${columns(caseRows(reports))}\n` +
        remarks(reports)
          .map((line) => `${line}\n`)
          .join(''),
    );
}
