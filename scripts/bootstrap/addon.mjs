import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { cacheFolder, isIntact, seal, sha256, temporaryBeside } from './cache.mjs';
import { withLock } from './lock.mjs';
import { Problem, classify } from './problem.mjs';
import { during, say } from './progress.mjs';
import { removeAtExit, run, which } from './shell.mjs';
import { fingerprint, libraries, version } from './tensorflow.mjs';

const napiVersion = 8;
const name = 'tfjs_binding.node';
/** What is put before the addon's sources. */
const guard = ['scripts', 'bootstrap', 'signals.h'];

/** The backend package and where it looks for its addon. */
export function addonPaths(root) {
  const pack = join(root, 'node_modules', '@tensorflow', 'tfjs-node-gpu');
  return { pack, addon: join(pack, 'lib', `napi-v${napiVersion}`, name) };
}

/**
 * Compile the backend's addon against TensorFlow, or take it from the cache, and put it where its package looks.
 * @param {string} root the clone
 * @param {{ folder: string, cuda: string[] }} tensorflow
 */
export async function prepareAddon(root, tensorflow) {
  const { pack, addon } = addonPaths(root);
  const args = compilerArguments(root, tensorflow);
  const sources = readdirSync(join(pack, 'binding')).sort();
  const key = sha256(
    JSON.stringify([
      args.map((arg) => arg.replaceAll(root, '')),
      fingerprint(tensorflow.folder),
      sources.map((file) => [file, sha256(readFileSync(join(pack, 'binding', file)))]),
      sha256(readFileSync(join(root, ...guard))),
      [process.platform, process.arch],
    ]),
  ).slice(0, 16);
  const cached = join(cacheFolder(), 'addon', key);
  await withLock(`${cached}.lock`, async () => {
    if (existsSync(cached)) {
      if ((await isIntact(cached)) && (await tryLoad(join(cached, name))).version === version) return;
      rmSync(cached, { recursive: true, force: true });
    }
    await compile(pack, args, cached);
  });
  mkdirSync(join(addon, '..'), { recursive: true });
  const temporary = removeAtExit(`${addon}.tmp-${process.pid}`);
  copyFileSync(join(cached, name), temporary);
  renameSync(temporary, addon);
  if (tensorflow.cuda.length > 0 && !(await tryLoad(addon)).gpu) {
    say('note: TensorFlow has CUDA but finds no GPU it can use, and will use the CPU (see nvidia-smi)');
  }
}

function compilerArguments(root, { folder, cuda }) {
  // Every CUDA library is linked by name: TensorFlow's own dlopen then finds it loaded, whatever LD_LIBRARY_PATH says.
  const cudaLibraries = cuda.flatMap((lib) =>
    readdirSync(lib)
      .filter((file) => wantedFromCuda.test(file))
      .map((file) => join(lib, file)),
  );
  return [
    ...['-std=c++17', '-O2', '-fPIC', '-shared', `-DNAPI_VERSION=${napiVersion}`],
    ...['-I', join(root, 'node_modules', 'node-api-headers', 'include'), '-I', join(folder, 'include')],
    ...['-include', join(root, ...guard)],
    ...['binding/tfjs_backend.cc', 'binding/tfjs_binding.cc'],
    ...libraries.map((file) => join(folder, file)),
    ...(cuda.length === 0 ? [] : ['-Wl,--no-as-needed', ...cudaLibraries]),
    ...[folder, ...cuda].map((path) => `-Wl,-rpath,${path}`),
  ];
}

const wantedFromCuda =
  /^lib(cudart|cublas|cublasLt|cufft|curand|cusolver|cusparse|cudnn|nccl|cupti|nvJitLink)\.so\.\d+$/;

async function compile(pack, args, cached) {
  const [command, ...extra] = findCompiler();
  const work = temporaryBeside(cached);
  const built = join(work, name);
  const scratch = join(work, 'scratch');
  mkdirSync(scratch);
  const { code, output } = await during('TensorFlow addon: compiling', () =>
    run(command, [...extra, ...args, '-o', built], { cwd: pack, env: { ...process.env, TMPDIR: scratch } }),
  );
  if (code !== 0) throw compilerProblem(command, output, work);
  await checkLoads(built);
  rmSync(scratch, { recursive: true });
  await seal(work);
  renameSync(work, cached);
}

/** The compiler as a command with its arguments: $CXX, or the first that is there. */
function findCompiler() {
  const asked = (process.env.CXX ?? '').split(/\s+/).filter((word) => word !== '');
  if (asked.length > 0) return asked;
  const found = ['g++', 'c++', 'clang++'].find((command) => which(command));
  if (found !== undefined) return [found];
  throw new Problem('no C++ compiler: the TensorFlow addon is compiled here', 'apt-get install g++');
}

function compilerProblem(command, output, folder) {
  const fallback = new Problem(
    `TensorFlow addon: ${command} failed`,
    'install a whole compiler (apt-get install g++), or name another: CXX=clang++',
    output,
  );
  return classify({ output, what: 'TensorFlow addon', registry: '', folder, fallback });
}

async function checkLoads(addon) {
  const loaded = await tryLoad(addon);
  if (loaded.version === version) return;
  throw new Problem(
    loaded.version === undefined
      ? 'TensorFlow addon: it was compiled but does not load'
      : `TensorFlow addon: it found TensorFlow ${loaded.version}, and ${version} is needed`,
    process.env.EXPC_TENSORFLOW
      ? `unset EXPC_TENSORFLOW to use the pinned TensorFlow, or name a folder with TensorFlow ${version}`
      : 'glibc 2.27 or newer is needed (ldd --version)',
    loaded.output,
  );
}

/** Load the addon in a process of its own, for a library that does not fit may crash it. */
async function tryLoad(path) {
  const script = `const addon = require(${JSON.stringify(path)}); [addon.TF_Version, addon.isUsingGpuDevice()].join(' ')`;
  const { code, output } = await run(process.execPath, ['-p', script], {
    env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3', NODE_OPTIONS: '' },
  });
  const [found, gpu] = code === 0 ? output.trim().split('\n').at(-1).split(' ') : [];
  return { version: found, gpu: gpu === 'true', output };
}

/** Size and time of the addon in its package, or undefined when it is not there. */
export function addonMark(root) {
  try {
    const { size, mtimeMs } = statSync(addonPaths(root).addon);
    return `${size} ${Math.floor(mtimeMs)}`;
  } catch {
    return undefined;
  }
}
