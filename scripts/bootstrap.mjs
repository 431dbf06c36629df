// Prepare a clone: packages, TensorFlow's C library and the addon that binds it, the compiled sources.
// Needs Node and nothing else to start, does only what is not done yet, and can be stopped at any moment. `--with NAME`
// installs the packages of optional/NAME too. See docs/setup.md.
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { prepareAddon } from './bootstrap/addon.mjs';
import { cacheFolder, sha256 } from './bootstrap/cache.mjs';
import { withLock } from './bootstrap/lock.mjs';
import { optionalFolder, packagesAreCurrent, preparePackages } from './bootstrap/packages.mjs';
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

/** Folders of the optional packages that are asked for, by name. */
function optionalPackages() {
  const options = { with: { type: 'string', multiple: true, default: [] } };
  let names;
  try {
    names = parseArgs({ options }).values.with;
  } catch (error) {
    throw new Problem(error.message, 'known is: --with NAME, for packages of the folder optional/');
  }
  return names.map((name) => ({ name, folder: optionalFolder(root, name) }));
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 9)) return;
  throw new Problem(
    `Node ${process.versions.node} is too old: 20.9 or newer is needed`,
    'install Node 20 or newer, e.g. with nvm: nvm install 20',
  );
}

function isDone(choice, optional) {
  const stamp = readStamp(root);
  const folders = [root, ...optional.map(({ folder }) => folder)];
  return (
    folders.every(packagesAreCurrent) &&
    backendIsReady(root, stamp, choice) &&
    sourcesAreCompiled(root, stamp)
  );
}

/** TensorFlow is fetched while npm works, and the addon compiled while the sources are; every failure is reported. */
async function setUp(choice, optional) {
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
  const extra = async () => {
    await packages; // They take sharp from there.
    for (const { name, folder } of optional) await preparePackages(folder, `packages of ${name}`);
  };

  const ends = await Promise.allSettled([packages, backend(), sources(), extra()]);
  const failures = new Set(ends.filter(({ status }) => status === 'rejected').map(({ reason }) => reason));
  if (failures.size > 0) throw new AggregateError(failures);
  const build = choice.build === 'folder' ? `of ${choice.folder}` : `for the ${choice.build.toUpperCase()}`;
  say(`ready, with TensorFlow ${build} (${choice.why})`);
}

async function bootstrap() {
  checkNode();
  const optional = optionalPackages();
  const choice = chooseTensorflow();
  if (isDone(choice, optional)) return;
  const lock = join(cacheFolder(), 'locks', `${sha256(root).slice(0, 16)}.lock`);
  await withLock(lock, async () => {
    if (!isDone(choice, optional)) await setUp(choice, optional);
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
