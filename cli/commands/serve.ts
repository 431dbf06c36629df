import { Command } from 'commander';
import { outputsOption, portNumber, setOption } from '../options.js';

export interface ServeOptions {
  readonly set?: readonly string[];
  readonly outputs: string;
  readonly port: number;
}

export function serveCommand(): Command {
  return new Command('serve')
    .summary('show the page about an experiment while it runs')
    .description(
      'Serve the page of `expc report` on this machine, live: figures, progress, logs and the time left follow the ' +
        'runs, whoever carries them out. It answers on 127.0.0.1 only, changes nothing and starts nothing; Ctrl-C ends it.',
    )
    .argument('<file>', 'the experiment')
    .option('--port <number>', 'port to answer on; 0 for any that is free', portNumber, 7420)
    .addOption(setOption())
    .addOption(outputsOption())
    .addHelpText(
      'after',
      `
Exit code: 0 when ended, 2 when the file has an error or the port is taken.

Examples:
  $ expc serve experiments/quickstart.yaml
  $ ssh -L 7420:127.0.0.1:7420 gpu-machine      then http://127.0.0.1:7420/ here shows what runs there`,
    )
    .action(async (file: string, options: ServeOptions) => {
      const { serve } = await import('../actions/serve.js');
      process.exitCode = await serve(file, options);
    });
}
