import { Command, Option } from 'commander';

export interface SchemaOptions {
  readonly line?: string | true;
  readonly write?: readonly string[];
}

export function schemaCommand(): Command {
  return new Command('schema')
    .summary('print the JSON Schema of the language, for editors')
    .description(
      'Print the JSON Schema (draft-07) of experiments and templates, or the line that makes editors with ' +
        'yaml-language-server complete and check a file. docs/editors.md tells more.',
    )
    .option('--line [file]', 'print the line for this file (default: for a file in the working folder)')
    .addOption(
      new Option(
        '--write <files...>',
        'put the line into these files, or into all YAML files of a folder; what they have of it is replaced',
      ).conflicts('line'),
    )
    .addHelpText(
      'after',
      `
Examples:
  $ expc schema > expc.schema.json
  $ expc schema --line experiments/quickstart.yaml
  $ expc schema --write experiments/`,
    )
    .action(async (options: SchemaOptions) => {
      const { schema } = await import('../actions/schema.js');
      process.exitCode = schema(options);
    });
}
