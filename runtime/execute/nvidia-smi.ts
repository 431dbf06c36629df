type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What nvidia-smi says of each GPU, a list of values in the order of the fields (`index`, `uuid`, `memory.used` in MiB,
 * `utilization.gpu` in percent); null where there is no nvidia-smi, or it does not answer.
 */
export async function askNvidiaSmi(
  fields: readonly string[],
  environment: Environment = process.env,
): Promise<string[][] | null> {
  const args = [`--query-gpu=${fields.join(',')}`, '--format=csv,noheader,nounits'];
  const { execa } = await import('execa'); // Here, for every stage's process would wait for it.
  // Without GPUs it says so on standard output and fails.
  const { failed, stdout } = await execa('nvidia-smi', args, {
    env: environment,
    extendEnv: false,
    timeout: 10_000,
    reject: false,
  });
  if (failed) return null;
  const lines = stdout.split('\n').map((line) => line.split(',').map((part) => part.trim()));
  return lines.filter((values) => values.length === fields.length);
}
