import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { Problem, classify } from './problem.mjs';
import { during } from './progress.mjs';
import { run, which } from './shell.mjs';

/** Whether node_modules holds what package-lock.json says: npm writes its own list there at the end of an install. */
export function packagesAreCurrent(root) {
  const modules = join(root, 'node_modules');
  let wanted, installed;
  try {
    wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    installed = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')).packages;
  } catch {
    return false;
  }
  const missing = Object.entries(wanted).some(
    ([path, { version, optional, devOptional }]) =>
      path !== '' &&
      (installed[path] === undefined
        ? optional !== true && devOptional !== true
        : installed[path].version !== version),
  );
  const foreign = Object.keys(installed).some((path) => wanted[path] === undefined);
  const removed = Object.keys(installed).some((path) => !existsSync(join(root, path, 'package.json')));
  return !missing && !foreign && !removed;
}

/** Folder of packages that are installed only when asked for: `--with NAME`. */
export function optionalFolder(root, name) {
  const known = readdirSync(join(root, 'optional'));
  if (known.includes(name)) return join(root, 'optional', name);
  throw new Problem(`there are no optional packages "${name}"`, `known are: ${known.join(', ')}`);
}

/** `npm ci` without install scripts, when node_modules is not what package-lock.json says. */
export async function preparePackages(root, what = 'packages') {
  if (packagesAreCurrent(root)) return;
  const npm = which('npm');
  if (npm === undefined) throw new Problem('npm is missing', 'apt-get install npm');
  const { code, output } = await during(`${what}: npm ci`, () =>
    run(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      env: withoutNpmSettings(),
    }),
  );
  if (code === 0) return;
  rmSync(join(root, 'node_modules'), { recursive: true, force: true });
  throw classify({
    output,
    what,
    registry: 'check the network, the proxy, and the registry that npm uses: npm config get registry',
    folder: root,
    fallback: new Problem(`${what}: npm ci failed`, npmHint(output), output),
  });
}

function npmHint(output) {
  if (/EUSAGE|in sync/.test(output))
    return 'package.json and package-lock.json disagree: npm install --ignore-scripts --package-lock-only';
  if (/EACCES|EPERM|EROFS/.test(output)) return 'make the clone writable for you: chown -R "$USER" .';
  if (/EINTEGRITY/.test(output))
    return 'a downloaded package is damaged: npm cache clean --force, then run it again';
  return 'see the lines above; then run it again';
}

/** An npm started by npm inherits the outer command's settings (npm test --silent and the like); ours has its own. */
function withoutNpmSettings() {
  const inherited =
    /^npm_(config_(omit|include|production|only|global|prefix|local_prefix|dry_run)|lifecycle|package)/i;
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !inherited.test(name) && name !== 'NODE_ENV'),
  );
}
