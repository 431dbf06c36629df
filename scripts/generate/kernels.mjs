// Compiles the AssemblyScript of runtime/data/picture/kernels to WebAssembly, as text in a module.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';

/** The module that carries the kernels. */
export async function kernelsModule(root) {
  const folder = join(root, 'runtime/data/picture/kernels');
  const sources = ['resample.as', 'enhance.as'].map((name) => readFileSync(join(folder, name), 'utf8'));
  let binary = null;
  const { error, stderr } = await asc.main(
    ['kernels.ts', '--outFile', 'kernels.wasm', '-O3', '--runtime', 'stub', '--noAssert', '--enable', 'simd'],
    {
      readFile: (name) => (name === 'kernels.ts' ? sources.join('\n') : null),
      writeFile: (name, content) => {
        if (name === 'kernels.wasm') binary = content;
      },
      listFiles: () => [],
    },
  );
  if (error || binary === null) throw new Error(`the kernels do not compile: ${stderr.toString()}`);
  const lines = Buffer.from(binary)
    .toString('base64')
    .match(/.{1,100}/g)
    .map((line) => `  '${line}',\n`);
  return `// Generated from resample.as and enhance.as by scripts/generate.mjs. Do not edit.

/** The kernels as WebAssembly, in base64. */
export const kernels = [
${lines.join('')}].join('');
`;
}
