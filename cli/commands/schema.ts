import { Command } from 'commander';

export function schemaCommand(): Command {
  return new Command('schema')
    .summary('print the JSON Schema of the language, for editors')
    .description(
      'Print the JSON Schema (draft-07) of experiments. With --line the line that makes editors with ' +
        'yaml-language-server complete and check a file; put it first in the file.',
    )
    .option('--line [file]', 'the line for this file instead (default: for a file in the working folder)')
    .addHelpText(
      'after',
      `
Examples:
  $ expc schema > expc.schema.json
  $ expc schema --line experiments/quickstart.yaml`,
    )
    .action(async (options: { readonly line?: string | true }) => {
      const { schema } = await import('../actions/schema.js');
      process.exitCode = schema(options);
    });
}
