import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The system's own tool, as an absolute path, for the stand-ins that need the real one behind them. */
const realTool = (name: string): string => {
  const found = (process.env.PATH ?? '')
    .split(':')
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
  if (found === undefined) throw new Error(`the tests of the set-up need ${name}`);
  return found;
};

/** The interpreter itself: python3 on PATH may be a script that needs more tools. */
const realPython = (): string =>
  execFileSync(realTool('python3'), ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).trim();

/**
 * A small clone with the project's own set-up scripts, a cache of its own, and a PATH that holds only the tools a test
 * puts there. What the network would bring comes from stand-ins for npm and pip; everything else is real: the unpacking,
 * the C++ compiler, the TypeScript compiler, the addon that Node loads.
 */
export class Sandbox {
  readonly folder = mkdtempSync(join(tmpdir(), 'expc-set-up-'));
  readonly clone = join(this.folder, 'clone');
  readonly bin = join(this.folder, 'bin');
  readonly cache = join(this.folder, 'cache', 'expc');
  /** Stand-ins write a line here whenever they are called. */
  readonly calls = join(this.folder, 'calls');

  /** @param realCompiler whether sources are compiled by TypeScript, or, faster, just copied */
  constructor(private readonly realCompiler = false) {
    mkdirSync(this.bin);
    cpSync(join(project, 'scripts'), join(this.clone, 'scripts'), { recursive: true });
    const compilerOptions = {
      target: 'ES2022',
      lib: ['ES5'],
      module: 'NodeNext',
      noEmit: true,
      skipLibCheck: true,
      types: [],
    };
    const build = {
      noEmit: false,
      outDir: 'dist',
      rootDir: '.',
      incremental: true,
      tsBuildInfoFile: 'dist/.tsbuildinfo',
      sourceMap: true,
    };
    this.write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['cli'] }));
    this.write(
      'tsconfig.build.json',
      JSON.stringify({ extends: './tsconfig.json', compilerOptions: build, include: ['cli'] }),
    );
    this.write('package.json', JSON.stringify({ name: 'small', version: '1.0.0', type: 'module' }));
    this.lock('1.0.0');
    this.write('cli/main.ts', "#!/usr/bin/env node\n// @ts-ignore\nconsole.log('first');\n");
    for (const tool of ['node', 'sh', 'env']) this.link(tool);
  }

  /** Write a file of the clone. */
  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.clone, path)), { recursive: true });
    writeFileSync(join(this.clone, path), text);
  }

  /** A package-lock.json that wants one package, in this version. */
  lock(version: string): void {
    const packages = { '': { name: 'small' }, 'node_modules/thing': { version } };
    this.write('package-lock.json', JSON.stringify({ name: 'small', lockfileVersion: 3, packages }));
  }

  /** Put the system's own tool on PATH. */
  link(tool: string): void {
    rmSync(join(this.bin, tool), { force: true });
    symlinkSync(tool === 'node' ? process.execPath : realTool(tool), join(this.bin, tool));
  }

  /** Put a shell script on PATH as `tool`; it logs its call. Absolute paths only: PATH has little else. */
  tool(tool: string, script: string): void {
    const path = join(this.bin, tool);
    rmSync(path, { force: true });
    writeFileSync(path, `#!/bin/sh\necho "${tool} $*" >> "${this.calls}"\n${script}\n`);
    chmodSync(path, 0o755);
  }

  remove(tool: string): void {
    rmSync(join(this.bin, tool), { force: true });
  }

  /** How often a stand-in was called with a command line that matches. */
  count(pattern: RegExp): number {
    if (!existsSync(this.calls)) return 0;
    return readFileSync(this.calls, 'utf8')
      .split('\n')
      .filter((line) => pattern.test(line)).length;
  }

  /** npm that installs what package-lock.json says, the compiler, the headers, and a stand-in for the addon's sources. */
  npmWorks(): void {
    const script = join(this.folder, 'npm.mjs');
    writeFileSync(script, npmScript(this.realCompiler));
    this.tool('npm', `exec "${process.execPath}" "${script}"`);
  }

  /** python3 whose pip "downloads" a wheel with a library that says it is TensorFlow of this version. */
  pipWorks(version = '2.20.0', delay = 0): void {
    const wheel = wheelOf(version);
    this.pip(`/bin/sleep ${delay}; /bin/cp "${wheel}" "$target/"`);
  }

  /** The same with the CUDA runtime in a second wheel. */
  pipWorksWithCuda(): void {
    this.pip(`/bin/cp "${wheelOf('2.20.0')}" "${cudaWheel()}" "$target/"`);
  }

  /** python3 whose `pip download` is this script; $target is the folder to put wheels into. The rest of Python is real. */
  pip(download: string): void {
    const scan =
      'for word in "$@"; do if [ "$previous" = "-d" ]; then target="$word"; fi; previous="$word"; done';
    this.tool(
      'python3',
      `if [ "$2" = pip ] && [ "$3" = --version ]; then echo pip 23.0.1; exit 0; fi
if [ "$2" = pip ]; then ${scan}; ${download}; exit $?; fi
exec "${realPython()}" "$@"`,
    );
  }

  /** g++ and what it calls. */
  compilerWorks(): void {
    this.tool('g++', `PATH=/usr/local/bin:/usr/bin:/bin exec "${realTool('g++')}" "$@"`);
  }

  allWorks(): void {
    this.npmWorks();
    this.pipWorks();
    this.compilerWorks();
  }

  environment(extra: Record<string, string> = {}): Record<string, string> {
    return {
      PATH: this.bin,
      HOME: this.folder,
      XDG_CACHE_HOME: dirname(this.cache),
      EXPC_TENSORFLOW: 'cpu',
      ...extra,
    };
  }

  /** Run the set-up to its end. */
  setUp(extra: Record<string, string> = {}): Promise<Outcome> {
    return this.run(join(this.clone, 'scripts', 'bootstrap.mjs'), [], extra);
  }

  /** Start the set-up. */
  start(extra: Record<string, string> = {}): ChildProcess {
    return spawn(process.execPath, [join(this.clone, 'scripts', 'bootstrap.mjs')], {
      env: this.environment(extra),
      stdio: 'ignore',
    });
  }

  run(file: string, args: string[] = [], extra: Record<string, string> = {}): Promise<Outcome> {
    return new Promise((resolve) => {
      const child = execFile(
        process.execPath,
        [file, ...args],
        { env: this.environment(extra), cwd: this.clone },
        (_e, stdout, stderr) => resolve({ code: child.exitCode, stdout, stderr }),
      );
    });
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What stands for `npm ci`; it leaves npm's own record of what is installed, which the set-up reads. */
const npmScript = (realCompiler: boolean): string => `
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
const wheelOf = (version: string): string =>
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

const cudaWheel = (): string =>
  makeWheel(
    'nvidia_cuda_runtime-12-none.whl',
    { 'libcudart.so.12': 'extern "C" int cudart() { return 12; }' },
    "z.write(work + '/libcudart.so.12', 'nvidia/cuda_runtime/lib/libcudart.so.12')",
  );
