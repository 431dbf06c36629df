import { execFile, spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cudaWheel, npmScript, project, realPython, realTool, wheelOf } from './stand-ins.js';

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

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

  /** Where the set-up puts the addon. */
  get addon(): string {
    return join(this.clone, 'node_modules/@tensorflow/tfjs-node-gpu/lib/napi-v8/tfjs_binding.node');
  }

  /** The one TensorFlow in the cache. */
  tensorflow(): string {
    const folder = join(this.cache, 'tensorflow');
    const names = readdirSync(folder);
    if (names.length !== 1) throw new Error(`in ${folder}: ${names.join(', ')}`);
    return join(folder, names[0]!);
  }

  /** Names in the cache of locks and of work that was not finished. */
  leftovers(): string[] {
    if (!existsSync(this.cache)) return [];
    const names = readdirSync(this.cache, { recursive: true }).map(String);
    return names.filter((name) => /\.tmp-\d+$|\.lock(\.\d+)?$/.test(name));
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
