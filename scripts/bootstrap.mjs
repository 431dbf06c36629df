// Prepare a clone: packages, the compiled sources, TensorFlow's C library and the addon that binds it.
// Needs Node and nothing else to start; does only what is not done yet. See docs/setup.md.
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { addonStamp, prepareAddon } from './bootstrap/addon.mjs';
import { cacheFolder, sha256 } from './bootstrap/cache.mjs';
import { withLock } from './bootstrap/lock.mjs';
import { packagesAreCurrent, preparePackages } from './bootstrap/packages.mjs';
import { Problem } from './bootstrap/problem.mjs';
import { during, say } from './bootstrap/progress.mjs';
import { run } from './bootstrap/shell.mjs';
import { chooseTensorflow, fingerprint, prepareTensorflow } from './bootstrap/tensorflow.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const stampFile = join(root, 'dist', '.bootstrap.json');
const commandLink = join(root, 'node_modules', '.bin', 'expc');
const sourceFolders = ['schema', 'compiler', 'runtime', 'report', 'cli', 'bench', 'scripts'];

/** What the set-up depends on, cheap to compute: a change in any of it makes the set-up look again. */
function inputs(choice) {
  const files = [
    ...sourceFolders.flatMap(listFiles),
    'tsconfig.json',
    'tsconfig.build.json',
    'package.json',
    'package-lock.json',
  ];
  const marks = files.map((path) => {
    const { size, mtimeMs } = statSync(join(root, path));
    return `${path} ${size} ${Math.floor(mtimeMs)}`;
  });
  return sha256(JSON.stringify([marks, choice, cacheFolder(), process.arch, process.version]));
}

function listFiles(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length))
    .sort();
}

function isDone(choice) {
  try {
    const stamp = JSON.parse(readFileSync(stampFile, 'utf8'));
    return (
      stamp.inputs === inputs(choice) &&
      stamp.addon === addonStamp(root) &&
      JSON.stringify(stamp.libraries) === JSON.stringify(fingerprint(stamp.folder)) &&
      existsSync(commandLink) === existsSync(join(root, 'dist', 'cli', 'main.js')) &&
      packagesAreCurrent(root)
    );
  } catch {
    return false;
  }
}

async function build() {
  const { code, output } = await during('sources: compiling', () =>
    run(process.execPath, [join(root, 'scripts', 'build.mjs')], { cwd: root }),
  );
  if (code !== 0) {
    throw new Problem(
      'sources: the TypeScript compiler found errors',
      'npm run types shows them all',
      output,
    );
  }
  // npm links the commands of dependencies, not the project's own: this makes `npx expc` work in a clone.
  if (existsSync(join(root, 'dist', 'cli', 'main.js'))) {
    rmSync(commandLink, { force: true });
    symlinkSync(join('..', '..', 'dist', 'cli', 'main.js'), commandLink);
  }
}

function writeStamp(stamp) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  const temporary = `${stampFile}.tmp-${process.pid}`;
  writeFileSync(temporary, JSON.stringify(stamp));
  renameSync(temporary, stampFile);
}

async function bootstrap() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 9)) {
    throw new Problem(
      `Node ${process.versions.node} is too old: 20.9 or newer is needed`,
      'install Node 20 LTS or newer, e.g. with nvm: nvm install 20',
    );
  }
  const choice = chooseTensorflow();
  if (isDone(choice)) return;
  await withLock(join(cacheFolder(), 'locks', `${sha256(root).slice(0, 16)}.lock`), async () => {
    if (isDone(choice)) return;
    // Taken first: what is edited while the set-up runs is looked at again by the next.
    const before = inputs(choice);
    await preparePackages(root);
    const tensorflow = await prepareTensorflow(choice);
    await prepareAddon(root, tensorflow);
    await build();
    const libraries = fingerprint(tensorflow.folder);
    writeStamp({ inputs: before, addon: addonStamp(root), folder: tensorflow.folder, libraries });
    say(`ready: TensorFlow ${choice.build === 'folder' ? choice.folder : choice.build} (${choice.why})`);
  });
}

try {
  await bootstrap();
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  process.stderr.write(error.render());
  process.exitCode = 1;
}
