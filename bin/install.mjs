// Installs what is missing, with nothing but Node and npm: used by `npm start` (what running needs) and `npm test` (everything).
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Makes node_modules match package-lock.json and returns the path of the Bun executable.
 * @param {{ dev: boolean }} options dev: also what the tests need
 */
export function install({ dev }) {
  if (existsSync(join(root, 'package-lock.json')) && !isInstalled(dev)) {
    console.error(`Installing ${dev ? 'everything, with what the tests need' : 'what OneFirewall needs'} ...`);
    npm(['ci', '--no-audit', '--no-fund', '--loglevel=error', dev ? '--include=dev' : '--omit=dev']);
  }
  return bunExecutable();
}

/** npm keeps a list of what it installed, written last (docs.npmjs.com: hidden lockfiles). */
function isInstalled(dev) {
  const list = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(list)) return false;
  const present = JSON.parse(readFileSync(list, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional, dev: forTests }]) =>
      // Optional packages are those of one operating system.
      path === '' || optional || devOptional || (forTests && !dev) || present[path]?.version === version,
  );
}

/** No install script runs by npm (see .npmrc), so Bun's own, which puts the executable in its place, runs here. */
function bunExecutable() {
  const folder = dirname(createRequire(join(root, 'package.json')).resolve('bun/package.json'));
  const executable = join(folder, 'bin', 'bun.exe');
  if (!existsSync(executable) || statSync(executable).size < 1_000_000) {
    const result = spawnSync(process.execPath, [join(folder, 'install.js')], { cwd: folder, stdio: ['ignore', 2, 2] });
    if (result.status !== 0) fail('Bun could not be put in its place (node_modules/bun/install.js failed).');
  }
  return executable;
}

function npm(args) {
  const windows = process.platform === 'win32';
  const result = spawnSync(windows ? 'npm.cmd' : 'npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: windows });
  if (result.status !== 0) fail(`npm ${args[0]} failed: see above.`);
}

export function fail(message) {
  console.error(message);
  process.exit(1);
}
