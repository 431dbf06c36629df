import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const project = fileURLToPath(new URL('../..', import.meta.url));

/** The system's own tool, as an absolute path, for the stand-ins that need the real one behind them. */
export const realTool = (name: string): string => {
  const found = (process.env.PATH ?? '')
    .split(':')
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
  if (found === undefined) throw new Error(`the tests of the set-up need ${name}`);
  return found;
};

/** The interpreter itself: python3 on PATH may be a script that needs more tools. */
export const realPython = (): string =>
  execFileSync(realTool('python3'), ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).trim();

/** What stands for `npm ci`; it leaves npm's own record of what is installed, which the set-up reads. */
export const npmScript = (realCompiler: boolean): string => `
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
rmSync('node_modules', { recursive: true, force: true });
mkdirSync('node_modules/thing', { recursive: true });
mkdirSync('node_modules/.bin');
writeFileSync('node_modules/thing/package.json', '{}');
const from = ${JSON.stringify(join(project, 'node_modules'))};
symlinkSync(from + '/node-api-headers', 'node_modules/node-api-headers');
if (${realCompiler}) symlinkSync(from + '/typescript', 'node_modules/typescript');
else {
  mkdirSync('node_modules/typescript/bin', { recursive: true });
  const compile = "require('fs').cpSync('cli/main.ts', 'dist/cli/main.js')";
  writeFileSync('node_modules/typescript/bin/tsc', compile);
}
const pack = 'node_modules/@tensorflow/tfjs-node-gpu/binding';
mkdirSync(pack, { recursive: true });
writeFileSync(pack + '/tfjs_backend.cc', '#include "tensorflow/c/c_api.h"\\nconst char *version() { return TF_Version(); }\\n');
writeFileSync(pack + '/tfjs_binding.cc', ${JSON.stringify(`#include <node_api.h>
const char *version();
static napi_value isUsingGpuDevice(napi_env env, napi_callback_info) {
  napi_value no;
  napi_get_boolean(env, false, &no);
  return no;
}
NAPI_MODULE_INIT() {
  napi_value text;
  napi_create_string_utf8(env, version(), NAPI_AUTO_LENGTH, &text);
  napi_set_named_property(env, exports, "TF_Version", text);
  napi_value gpu;
  napi_create_function(env, "isUsingGpuDevice", NAPI_AUTO_LENGTH, isUsingGpuDevice, nullptr, &gpu);
  napi_set_named_property(env, exports, "isUsingGpuDevice", gpu);
  return exports;
}
`)});
delete packages[''];
writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages }));
`;

const wheels = new Map<string, string>();
process.on('exit', () => wheels.forEach((path) => rmSync(dirname(path), { recursive: true, force: true })));

/** A wheel made once a process: `entries` are lines of Python that fill the archive z, with libraries lying in work. */
function makeWheel(name: string, libraries: Record<string, string>, entries: string): string {
  const known = wheels.get(name);
  if (known !== undefined) return known;
  const work = mkdtempSync(join(tmpdir(), 'expc-wheel-'));
  const path = join(work, name);
  for (const [library, source] of Object.entries(libraries)) {
    writeFileSync(join(work, 'source.cc'), source);
    const output = ['-o', join(work, library), `-Wl,-soname,${library}`];
    execFileSync(realTool('g++'), ['-shared', '-fPIC', join(work, 'source.cc'), ...output]);
  }
  const head =
    "import sys, zipfile\nwork, path = sys.argv[1:]\nz = zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED)\n";
  execFileSync(realPython(), ['-c', `${head}${entries}\nz.close()`, work, path]);
  wheels.set(name, path);
  return path;
}

/** A wheel like TensorFlow's: two libraries, headers, and much that is not needed. */
export const wheelOf = (version: string): string =>
  makeWheel(
    `tensorflow_cpu-${version}-cp312.whl`,
    {
      'libtensorflow_cc.so.2': `extern "C" const char *TF_Version() { return "${version}"; }`,
      'libtensorflow_framework.so.2': 'extern "C" int framework() { return 1; }',
    },
    `
for name in ['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2']:
    z.write(work + '/' + name, 'tensorflow/' + name)
z.writestr('tensorflow/include/tensorflow/c/c_api.h', 'extern "C" const char *TF_Version();')
z.writestr('tensorflow/include/tensorflow/core/huge.h', '// not needed')
z.writestr('tensorflow/python/module.py', '# not needed')
z.writestr('tensorflow/THIRD_PARTY_NOTICES.txt', 'notices')
z.writestr('tensorflow_cpu.dist-info/METADATA', 'Name: tensorflow-cpu')`,
  );

export const cudaWheel = (): string =>
  makeWheel(
    'nvidia_cuda_runtime-12-none.whl',
    { 'libcudart.so.12': 'extern "C" int cudart() { return 12; }' },
    "z.write(work + '/libcudart.so.12', 'nvidia/cuda_runtime/lib/libcudart.so.12')",
  );
