#!/usr/bin/env node
// `npm test`: installs what is missing, runs every check, and closes with one line: N passed, N failed, N skipped.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { install, root } from './install.mjs';

const totals = { passed: 0, failed: 0, skipped: 0 };
const bun = install({ dev: true });
const cache = join(root, '.cache');
mkdirSync(cache, { recursive: true });

installPostgres();
installChromium();
installPythonClient();

check('type check', process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '--noEmit', '-p', root]);
check('lint', process.execPath, [join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome'), 'check', root]);
const files = process.argv.slice(2);
runTests(files);

console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1);

function check(name, command, args) {
  const started = Date.now();
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  const passed = result.status === 0;
  totals[passed ? 'passed' : 'failed']++;
  console.log(`${passed ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}

/** Runs the suites of test/ with Bun and adds up its JUnit report. */
function runTests(only) {
  const report = join(cache, 'junit.xml');
  rmSync(report, { force: true });
  const result = spawnSync(
    bun,
    ['test', '--timeout', '60000', '--reporter=junit', `--reporter-outfile=${report}`, ...only],
    {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        BUN_CONFIG_MAX_HTTP_REQUESTS: '65336',
        ONEFIREWALL_TEST_PYTHON: join(cache, 'venv', 'bin', 'python'),
      },
    },
  );
  const xml = existsSync(report) ? readFileSync(report, 'utf8') : '';
  const root_ = /<testsuites[^>]*>/.exec(xml)?.[0] ?? '';
  const count = (name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(root_)?.[1] ?? 0);
  const failed = count('failures') + count('errors');
  const skipped = count('skipped');
  totals.passed += count('tests') - failed - skipped;
  totals.failed += failed;
  totals.skipped += skipped;
  // A file that does not load has no test case to fail.
  if (result.status !== 0 && failed === 0) totals.failed++;
}

/** Postgres for the store tests: the system's, else Debian's package where root may install it; else those tests say they are skipped. */
function installPostgres() {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : [];
  const found = versions.some((version) => existsSync(`/usr/lib/postgresql/${version}/bin/initdb`)) || onPath('initdb');
  if (found || process.env.TEST_POSTGRES_URL) return;
  if (!apt(['postgresql']))
    console.log('SKIPPED: no Postgres here and none could be installed; store tests run on SQLite only.');
}

/** Chromium for the tests of the dashboard: the system's or $CHROMIUM, else Debian's package; else those tests say they are skipped. */
function installChromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  if (process.env.CHROMIUM || names.some((name) => existsSync(join('/usr/bin', name)))) return;
  if (!apt(['chromium']))
    console.log('SKIPPED: no Chromium here and none could be installed; the dashboard is not tested in a browser.');
}

/** The official Python SDK in a virtual environment of its own. */
function installPythonClient() {
  const python = join(cache, 'venv', 'bin', 'python');
  if (run(python, ['-c', 'import openai'])) return;
  const requirements = join(root, 'test', 'clients', 'requirements.txt');
  const make = () => run('python3', ['-m', 'venv', '--clear', join(cache, 'venv')]);
  const made =
    // Debian keeps what venv needs in a package of its own.
    (make() || (apt(['python3-venv']) && make())) &&
    run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements]);
  if (!made) console.log('SKIPPED: no Python 3 with its package index here; the Python SDK is not tested.');
}

function apt(packages) {
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
  return (
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { stdio: 'ignore', env })
      .status === 0
  );
}

function onPath(command) {
  return (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, command)));
}

function run(command, args) {
  return spawnSync(command, args, { cwd: root, stdio: 'ignore' }).status === 0;
}
