import { exitCode } from '../exit.js';
import { print, printError } from '../terminal.js';
import { columns } from '../../compiler/emit/columns.js';

export async function doctor({ json }: { readonly json?: boolean }): Promise<number> {
  try {
    const { inspectBackend } = await import('../../runtime/backend/inspect.js');
    const report = inspectBackend();
    if (json === true) print(`${JSON.stringify(report, null, 2)}\n`);
    else
      print(
        columns([
          ['TensorFlow', `${report.tensorflow} (${report.library ?? 'from an unknown file'})`],
          ['binding', `tfjs ${report.tfjs}, Node ${report.node}`],
          ['computes on', report.device],
          ['devices', report.devices.join(', ')],
          ['threads', String(report.threads)],
          ['instructions', report.instructions.join(' ')],
          ['kernels', report.kernels],
          ['speed', `${report.gflops.toFixed(0)} GFLOP/s (float32 matrix product)`],
        ]),
      );
    return exitCode.fine;
  } catch (error) {
    printError(
      `error: the backend cannot be loaded: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    printError('hint: `npm run bootstrap` sets it up, and says what is missing\n');
    return exitCode.failed;
  }
}
