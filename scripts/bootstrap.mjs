// Prepare a clone: packages, TensorFlow's C library and the addon that binds it, the compiled sources.
// Needs Node and nothing else to start, does only what is not done yet, and can be stopped at any moment. See docs/setup.md.
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { prepareAddon } from './bootstrap/addon.mjs';
import { cacheFolder, sha256 } from './bootstrap/cache.mjs';
import { withLock } from './bootstrap/lock.mjs';
import { packagesAreCurrent, preparePackages } from './bootstrap/packages.mjs';
import { Problem } from './bootstrap/problem.mjs';
import { say } from './bootstrap/progress.mjs';
import { compileSources } from './bootstrap/sources.mjs';
import {
  backendIsReady,
  readStamp,
  sourcesAreCompiled,
  stampBackend,
  stampSources,
  writeStamp,
} from './bootstrap/stamp.mjs';
import { chooseTensorflow, prepareTensorflow } from './bootstrap/tensorflow.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 9)) return;
  throw new Problem(
    `Node ${process.versions.node} is too old: 20.9 or newer is needed`,
    'install Node 20 or newer, e.g. with nvm: nvm install 20',
  );
}

function isDone(choice) {
  const stamp = readStamp(root);
  return packagesAreCurrent(root) && backendIsReady(root, stamp, choice) && sourcesAreCompiled(root, stamp);
}

/** TensorFlow is fetched while npm works, and the addon compiled while the sources are; every failure is reported. */
async function setUp(choice) {
  const backendWasReady = packagesAreCurrent(root) && backendIsReady(root, readStamp(root), choice);
  const packages = preparePackages(root);

  const backend = async () => {
    if (backendWasReady) return;
    const tensorflow = await prepareTensorflow(choice);
    await packages;
    await prepareAddon(root, tensorflow);
    writeStamp(root, { backend: stampBackend(root, choice, tensorflow.folder) });
  };
  const sources = async () => {
    await packages;
    if (sourcesAreCompiled(root, readStamp(root))) return;
    const stamp = stampSources(root); // Taken first: what is edited meanwhile is compiled by the next set-up.
    await compileSources(root);
    writeStamp(root, { sources: stamp });
  };

  const ends = await Promise.allSettled([packages, backend(), sources()]);
  const failures = new Set(ends.filter(({ status }) => status === 'rejected').map(({ reason }) => reason));
  if (failures.size > 0) throw new AggregateError(failures);
  const build = choice.build === 'folder' ? `of ${choice.folder}` : `for the ${choice.build.toUpperCase()}`;
  say(`ready, with TensorFlow ${build} (${choice.why})`);
}

async function bootstrap() {
  checkNode();
  const choice = chooseTensorflow();
  if (isDone(choice)) return;
  const lock = join(cacheFolder(), 'locks', `${sha256(root).slice(0, 16)}.lock`);
  await withLock(lock, async () => {
    if (!isDone(choice)) await setUp(choice);
  });
}

try {
  await bootstrap();
} catch (error) {
  for (const failure of error instanceof AggregateError ? error.errors : [error]) {
    const problem = Problem.from(failure);
    if (problem === undefined) throw failure;
    process.stderr.write(problem.render());
  }
  process.exitCode = 1;
}
