import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { addonMark } from './addon.mjs';
import { cacheFolder, sha256 } from './cache.mjs';
import { commandIsLinked } from './sources.mjs';
import { fingerprint } from './tensorflow.mjs';

const sourceFolders = ['schema', 'compiler', 'runtime', 'report', 'cli', 'bench'];
const sourceFiles = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json', 'scripts/build.mjs'];

const stampFile = (root) => join(root, 'dist', '.bootstrap.json');

/** What the last set-ups of this clone did; an empty object when there was none or it cannot be read. */
export function readStamp(root) {
  try {
    return JSON.parse(readFileSync(stampFile(root), 'utf8'));
  } catch {
    return {};
  }
}

/** Add to the stamp. */
export function writeStamp(root, part) {
  const temporary = `${stampFile(root)}.tmp-${process.pid}`;
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(temporary, JSON.stringify({ ...readStamp(root), ...part }));
  renameSync(temporary, stampFile(root));
}

function filesUnder(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

/** Changes when a file appears, goes or is written to: sizes and times, for reading everything would be slow. */
function marksOf(root, files) {
  const marks = files.map((path) => {
    const { size, mtimeMs } = statSync(join(root, path));
    return `${path} ${size} ${Math.floor(mtimeMs)}`;
  });
  return sha256(marks.join('\n'));
}

/** What the compiled sources depend on. */
export function stampSources(root) {
  return marksOf(root, [...sourceFolders.flatMap((folder) => filesUnder(root, folder)), ...sourceFiles]);
}

export function sourcesAreCompiled(root, stamp) {
  return stamp.sources === stampSources(root) && commandIsLinked(root);
}

/** What the backend depends on, and how its files look. */
export function stampBackend(root, choice, folder) {
  const inputs = [choice, cacheFolder(), process.arch, process.versions.modules];
  const scripts = marksOf(root, filesUnder(root, join('scripts', 'bootstrap')));
  return {
    inputs: sha256(JSON.stringify(inputs)),
    scripts,
    addon: addonMark(root),
    folder,
    libraries: fingerprint(folder),
  };
}

export function backendIsReady(root, stamp, choice) {
  if (stamp.backend?.addon === undefined) return false;
  try {
    return JSON.stringify(stamp.backend) === JSON.stringify(stampBackend(root, choice, stamp.backend.folder));
  } catch {
    return false; // TensorFlow's folder is gone.
  }
}
