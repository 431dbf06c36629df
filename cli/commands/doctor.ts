import { Command } from 'commander';

export function doctorCommand(): Command {
  return new Command('doctor')
    .summary('show what this machine offers, and what is used of it')
    .description(
      'Load the backend and say which TensorFlow it is, on which devices it computes, and how fast it is: ' +
        'a quick measurement of about a second.',
    )
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExit code: 0, or 1 when the backend cannot be loaded; it then says what is missing.',
    )
    .action(async (options: { readonly json?: boolean }) => {
      const { doctor } = await import('../actions/doctor.js');
      process.exitCode = await doctor(options);
    });
}
