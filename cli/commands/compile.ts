import { Command, Option } from 'commander';
import { setOption } from '../options.js';

export interface CompileOptions {
  readonly target: 'yaml' | 'json' | 'cleanclip';
  readonly out?: string;
  readonly set?: readonly string[];
}

export function compileCommand(): Command {
  return new Command('compile')
    .summary('write the concrete runs of an experiment for other programs')
    .description(
      'Write what an experiment comes to: `yaml`, the resolved document of each run as a file of its own; `json`, the ' +
        'whole plan with the resolved documents; `cleanclip`, a shell script that has the original PyTorch program of ' +
        'the study do the plan, with what its flags cannot say in comments.',
    )
    .argument('<file>', 'the experiment')
    .addOption(
      new Option('--target <target>', 'what to write').choices(['yaml', 'json', 'cleanclip']).default('yaml'),
    )
    .option(
      '--out <path>',
      'where to: a folder for yaml (default: compiled/<experiment>), a file for the others (default: standard output)',
    )
    .addOption(setOption())
    .addHelpText(
      'after',
      `
Exit code: 0, or 2 when the file has an error.

Examples:
  $ expc compile experiments/quickstart.yaml
  $ expc compile --target cleanclip --out main.sh experiments/paper/cc6m.yaml
  $ expc compile --target json experiments/quickstart.yaml | jq '.documents | keys'`,
    )
    .action(async (file: string, options: CompileOptions) => {
      const { compile } = await import('../actions/compile.js');
      process.exitCode = compile(file, options);
    });
}
