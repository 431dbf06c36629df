import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  statfsSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { cacheFolder, isIntact, seal, sha256, temporaryBeside } from './cache.mjs';
import { withLock } from './lock.mjs';
import { Problem, classify } from './problem.mjs';
import { during, say } from './progress.mjs';
import { run, which } from './shell.mjs';

export const version = '2.20.0';
export const libraries = ['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2'];

const here = fileURLToPath(new URL('.', import.meta.url));
const platforms = [
  'manylinux_2_17_x86_64',
  'manylinux2014_x86_64',
  'manylinux_2_27_x86_64',
  'manylinux2010_x86_64',
  'manylinux_2_12_x86_64',
];
const builds = {
  cpu: { title: 'for the CPU', download: '259 MB', gigabytes: 1.4 },
  gpu: { title: 'with CUDA 12', download: '3 GB', gigabytes: 9 },
};

/**
 * Which TensorFlow to use: EXPC_TENSORFLOW (cpu, gpu or a folder), or else by whether there is an NVIDIA GPU.
 * @returns {{ build: 'cpu' | 'gpu', why: string } | { build: 'folder', folder: string, why: string }}
 */
export function chooseTensorflow(env = process.env, exists = existsSync) {
  const asked = env.EXPC_TENSORFLOW ?? '';
  if (asked === 'cpu' || asked === 'gpu') return { build: asked, why: `EXPC_TENSORFLOW=${asked}` };
  if (asked !== '') return { build: 'folder', folder: resolve(asked), why: `EXPC_TENSORFLOW=${asked}` };
  const gpu = ['/dev/nvidiactl', '/dev/nvidia0', '/dev/dxg'].find((device) => exists(device));
  return gpu === undefined
    ? { build: 'cpu', why: 'no NVIDIA GPU here' }
    : { build: 'gpu', why: `${gpu} is there` };
}

/**
 * Make TensorFlow's libraries and headers available.
 * @param {ReturnType<typeof chooseTensorflow>} choice
 * @returns {Promise<{ folder: string, cuda: string[] }>} the folder with the libraries and include/, and folders of CUDA's
 */
export async function prepareTensorflow(choice) {
  if (choice.build === 'folder') return { folder: findInstalled(choice.folder), cuda: [] };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Problem(
      `no prepared TensorFlow for ${process.platform} on ${process.arch}: only Linux on x86-64 is`,
      `install TensorFlow ${version} for Python and name its folder: EXPC_TENSORFLOW=/path/to/site-packages/tensorflow`,
    );
  }
  const requirements = join(here, `tensorflow-${choice.build}.txt`);
  const key = sha256(
    readFileSync(requirements, 'utf8') + readFileSync(join(here, 'unpack.py'), 'utf8'),
  ).slice(0, 12);
  const target = join(cacheFolder(), 'tensorflow', `${version}-${choice.build}-${key}`);
  await withLock(`${target}.lock`, async () => {
    if (existsSync(target)) {
      if (await isIntact(target)) return;
      say(`TensorFlow in the cache is damaged: fetching it anew`);
      rmSync(target, { recursive: true, force: true });
    }
    await fetchTensorflow(choice.build, requirements, target);
  });
  return { folder: join(target, 'tensorflow'), cuda: cudaFolders(target) };
}

function cudaFolders(target) {
  const nvidia = join(target, 'nvidia');
  return existsSync(nvidia)
    ? readdirSync(nvidia)
        .map((name) => join(nvidia, name, 'lib'))
        .filter((folder) => existsSync(folder))
    : [];
}

async function fetchTensorflow(build, requirements, target) {
  const { title, download, gigabytes } = builds[build];
  const python = await findPython();
  const work = temporaryBeside(target);
  const { bavail, bsize } = statfsSync(work);
  if (bavail * bsize < gigabytes * 1e9) {
    throw new Problem(
      `TensorFlow needs ${gigabytes} GB in ${cacheFolder()}, and ${((bavail * bsize) / 1e9).toFixed(1)} GB are free there`,
      'free some space, or choose another disk: export XDG_CACHE_HOME=/some/folder',
    );
  }
  const wheels = join(work, 'wheels');
  const unpacked = join(work, 'unpacked');
  mkdirSync(wheels);
  mkdirSync(unpacked);
  await during(`TensorFlow ${version} ${title}: downloading ${download}, once for all clones`, () =>
    downloadWheels(python, requirements, wheels, work),
  );
  await during('TensorFlow: unpacking its C library', async () => {
    const { code, output } = await run(python, [join(here, 'unpack.py'), wheels, unpacked]);
    if (code !== 0) throw unpackProblem(output);
    await seal(unpacked);
  });
  renameSync(unpacked, target);
  rmSync(work, { recursive: true, force: true });
}

async function downloadWheels(python, requirements, wheels, scratch) {
  const options = [
    '--no-deps',
    '--require-hashes',
    '--only-binary=:all:',
    '--no-input',
    '--no-cache-dir',
    '--progress-bar=off',
  ];
  const target = [
    '--python-version=3.12',
    '--implementation=cp',
    ...platforms.map((name) => `--platform=${name}`),
  ];
  const { code, output } = await run(
    python,
    [
      '-m',
      'pip',
      'download',
      '--disable-pip-version-check',
      ...options,
      ...target,
      '-d',
      wheels,
      '-r',
      requirements,
    ],
    // pip first writes to the temporary folder, which may be a small memory disk.
    { env: { ...process.env, TMPDIR: scratch } },
  );
  if (code === 0) return;
  if (/DO NOT MATCH THE HASHES/i.test(output)) {
    throw new Problem(
      'TensorFlow: what the registry served is not the pinned file',
      'check the package index that pip uses: python3 -m pip config list',
      output,
    );
  }
  throw classify({
    output,
    what: 'TensorFlow',
    registry: `check the network, the proxy, and the index that pip uses (python3 -m pip config list), or use an installed TensorFlow ${version}: EXPC_TENSORFLOW=/path/to/site-packages/tensorflow`,
    folder: wheels,
    fallback: new Problem(
      'TensorFlow: pip could not download it',
      'see the lines above; then run it again',
      output,
    ),
  });
}

function unpackProblem(output) {
  return classify({
    output,
    what: 'TensorFlow',
    registry: '',
    folder: cacheFolder(),
    fallback: new Problem(
      'TensorFlow: the downloaded wheel cannot be unpacked',
      'run it again to fetch a fresh one',
      output,
    ),
  });
}

async function findPython() {
  const python = which('python3');
  if (python === undefined) {
    throw new Problem(
      'python3 is missing: its pip fetches TensorFlow',
      'apt-get install python3 python3-pip',
    );
  }
  const { code, output } = await run(python, ['-m', 'pip', '--version']);
  if (code !== 0) {
    throw new Problem(
      `pip is missing for ${python}: it fetches TensorFlow`,
      'apt-get install python3-pip',
      output,
    );
  }
  return python;
}

/** TensorFlow's folder in a Python environment: the folder itself, its site-packages, or the environment's root. */
function findInstalled(folder) {
  const candidates = [folder, join(folder, 'tensorflow')];
  for (const lib of ['lib', 'lib64']) {
    if (!existsSync(join(folder, lib))) continue;
    for (const name of readdirSync(join(folder, lib))) {
      if (name.startsWith('python3')) candidates.push(join(folder, lib, name, 'site-packages', 'tensorflow'));
    }
  }
  const found = candidates.find((path) => libraries.every((name) => existsSync(join(path, name))));
  if (found === undefined) {
    throw new Problem(
      `EXPC_TENSORFLOW: no TensorFlow in ${folder} (looked for ${libraries.join(' and ')})`,
      'name a folder like …/site-packages/tensorflow, or unset EXPC_TENSORFLOW to fetch the pinned build',
    );
  }
  if (!existsSync(join(found, 'include', 'tensorflow', 'c', 'c_api.h'))) {
    throw new Problem(
      `EXPC_TENSORFLOW: ${found} has no include/tensorflow/c/c_api.h`,
      'unset EXPC_TENSORFLOW to fetch the pinned build',
    );
  }
  return found;
}

/** What the libraries in `folder` look like from outside; changes when they are replaced. */
export function fingerprint(folder) {
  return libraries.map((name) => {
    const { size, mtimeMs } = statSync(join(folder, name));
    return `${name} ${size} ${Math.floor(mtimeMs)}`;
  });
}
