import { Command, Option } from 'commander';
import { outputsOption, setOption } from '../options.js';

export interface DiffOptions {
  readonly md?: boolean;
  readonly json?: boolean;
  readonly set?: readonly string[];
  readonly outputs: string;
}

export function diffCommand(): Command {
  return new Command('diff')
    .summary('say how two experiments differ in what they mean')
    .description(
      'Compare two experiments by what they mean, not by their text: the values of their stages that differ, those ' +
        'that change results apart from those that do not; axes; the runs that only one has; and how much of B is ' +
        'done already. Each side is a file, a file at a git revision (`x.yaml@main`), a part of either ' +
        '(`x.yaml#ablation`, `x.yaml#figure`, `x.yaml#part-of-a-run-name`), or a past plan: a folder of results ' +
        '(`outputs/experiments/x`), one of its runs (`outputs/experiments/x/runs/y.json`), or what ' +
        '`expc plan --json` printed.',
    )
    .argument('<a>', 'what to compare')
    .argument('<b>', 'what to compare it with')
    .addOption(new Option('--md', 'tables in Markdown, for an appendix').conflicts('json'))
    .option('--json', 'print JSON')
    .addOption(setOption())
    .addOption(outputsOption())
    .addHelpText(
      'after',
      `
\`--set\` changes B.

Exit code: 0 whether or not they differ, 2 when a side has an error.

Examples:
  $ expc diff experiments/quickstart.yaml@HEAD experiments/quickstart.yaml
  $ expc diff experiments/paper/cc6m.yaml#main experiments/paper/cc6m.yaml#ssl-weight
  $ expc diff outputs/experiments/quickstart experiments/quickstart.yaml
  $ expc diff --set clean.epochs=20 experiments/quickstart.yaml experiments/quickstart.yaml`,
    )
    .action(async (a: string, b: string, options: DiffOptions) => {
      const { diff } = await import('../actions/diff.js');
      process.exitCode = diff(a, b, options);
    });
}
