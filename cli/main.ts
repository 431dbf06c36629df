#!/usr/bin/env node
import process from 'node:process';
import { Command, CommanderError } from 'commander';
import { benchCommand } from './commands/bench.js';
import { checkCommand } from './commands/check.js';
import { compileCommand } from './commands/compile.js';
import { dataCommand } from './commands/data.js';
import { diffCommand } from './commands/diff.js';
import { doctorCommand } from './commands/doctor.js';
import { explainCommand } from './commands/explain.js';
import { exportCommand } from './commands/export.js';
import { exportWeightsCommand } from './commands/export-weights.js';
import { figureCommand } from './commands/figure.js';
import { fmtCommand } from './commands/fmt.js';
import { importCommand } from './commands/import.js';
import { gcCommand } from './commands/gc.js';
import { importWeightsCommand } from './commands/import-weights.js';
import { initCommand } from './commands/init.js';
import { logsCommand } from './commands/logs.js';
import { planCommand } from './commands/plan.js';
import { previewCommand } from './commands/preview.js';
import { reportCommand } from './commands/report.js';
import { runCommand } from './commands/run.js';
import { schemaCommand } from './commands/schema.js';
import { serveCommand } from './commands/serve.js';
import { showCommand } from './commands/show.js';
import { tableCommand } from './commands/table.js';
import { statusCommand } from './commands/status.js';
import { stopCommand } from './commands/stop.js';
import { verifyCommand } from './commands/verify.js';
import { exitCode } from './exit.js';
import { reportCrash } from './crash.js';
import { ignoreClosedPipes } from './terminal.js';
import { ownPackage } from './package.js';

function program(): Command {
  const expc = new Command('expc')
    .description(
      'Experiments on cleaning backdoors out of CLIP models, declared in YAML: check them, see what they would do, ' +
        'do it once, go on after any stop, and draw the figures.',
    )
    .version(ownPackage().version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help; `expc help <command>` that of a command')
    .addHelpText(
      'after',
      `
A first look:
  $ expc plan experiments/quickstart.yaml     what it would do
  $ expc run experiments/quickstart.yaml      do it; the same command goes on after any stop

Exit codes: 0 fine, 1 a stage failed, 2 the YAML or the call is wrong, 70 expc itself failed, 130 interrupted.`,
    );
  const commands = [
    checkCommand(),
    planCommand(),
    showCommand(),
    previewCommand(),
    dataCommand(),
    explainCommand(),
    diffCommand(),
    compileCommand(),
    runCommand(),
    figureCommand(),
    tableCommand(),
    importCommand(),
    reportCommand(),
    serveCommand(),
    exportCommand(),
    statusCommand(),
    logsCommand(),
    stopCommand(),
    verifyCommand(),
    gcCommand(),
    doctorCommand(),
    benchCommand(),
    fmtCommand(),
    initCommand(),
    schemaCommand(),
    importWeightsCommand(),
    exportWeightsCommand(),
  ];
  for (const command of commands) expc.addCommand(command);
  for (const command of [expc, ...commands])
    command
      .exitOverride()
      .showHelpAfterError(`(\`expc help${command === expc ? '' : ` ${command.name()}`}\` tells more)`);
  return expc;
}

async function main(): Promise<void> {
  ignoreClosedPipes();
  try {
    await program().parseAsync();
  } catch (error) {
    // Help and version come this way too, with code 0.
    if (error instanceof CommanderError)
      process.exitCode = error.exitCode === 0 ? exitCode.fine : exitCode.wrong;
    else process.exitCode = reportCrash(error);
  }
}

await main();
