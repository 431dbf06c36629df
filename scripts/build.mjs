// Compile the sources into dist/, with the other files that they read at run time. Prints nothing when all is well.
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const sourceFolders = ['schema', 'compiler', 'runtime', 'report', 'cli', 'bench'];

/** Files under `folder`, relative to the project. */
function list(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)));
}

/** Sources of the script that HTML pages carry: for browsers, bundled into one file. */
const client = join('report', 'page', 'client');
const sources = sourceFolders
  .flatMap((name) => list(join(root, name)))
  .filter((path) => !path.startsWith(client));
const modules = sources.filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'));
const outputs = new Set(
  modules.flatMap((path) => [path.replace(/\.ts$/, '.js'), path.replace(/\.ts$/, '.js.map')]),
);
outputs.add(`${client}.js`);

// What a removed source left behind would still be importable.
for (const path of list(dist)) {
  const inside = relative('dist', path);
  if (/\.js(\.map)?$/.test(inside) && !outputs.has(inside)) rmSync(join(root, path));
}
// The compiler's record of what it wrote is wrong once an output is gone.
if (modules.some((path) => !existsSync(join(dist, path.replace(/\.ts$/, '.js'))))) {
  rmSync(join(dist, '.tsbuildinfo'), { force: true });
}

const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const { status } = spawnSync(
  process.execPath,
  [tsc, '-p', join(root, 'tsconfig.build.json'), '--noEmitOnError'],
  { stdio: 'inherit' },
);
if (status !== 0) process.exit(status ?? 1);

for (const path of sources.filter((name) => !name.endsWith('.ts') && !name.endsWith('.md'))) {
  const target = join(dist, path);
  mkdirSync(dirname(target), { recursive: true });
  if (existsSync(target) && statSync(target).mtimeMs >= statSync(join(root, path)).mtimeMs) continue;
  copyFileSync(join(root, path), target);
}
if (existsSync(join(root, client))) {
  const { buildSync } = await import('esbuild');
  buildSync({
    absWorkingDir: root,
    entryPoints: [join(client, 'main.ts')],
    outfile: join(dist, `${client}.js`),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'warning',
  });
}
const main = join(dist, 'cli', 'main.js');
if (existsSync(main)) chmodSync(main, 0o755);
