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

/**
 * Runs the suites of test/ and adds up what they report. A suite in a real browser that fails while the others run is run once more, by
 * itself: a browser on a busy machine has moments of its own. It is said aloud, and what fails twice has failed. Nothing else is run twice.
 */
function runTests(only) {
  const first = bunTest(only);
  const again = [...first.suites].filter(([file, { failed }]) => failed > 0 && file.startsWith('test/browser/'));
  for (const [file, { failed, names }] of again) {
    console.log(`AGAIN ${file}: ${failed} failed, by itself now: ${names.join('; ')}`);
    const { suites, complete } = bunTest([file]);
    const second = suites.get(file);
    if (complete && second !== undefined) first.suites.set(file, second);
    console.log(`${first.suites.get(file).failed === 0 ? 'ok   ' : 'FAIL '} ${file}, the second time`);
  }
  let failed = 0;
  for (const suite of first.suites.values()) {
    totals.passed += suite.tests - suite.failed - suite.skipped;
    totals.skipped += suite.skipped;
    failed += suite.failed;
  }
  // A file that does not load has no test case to fail.
  totals.failed += failed === 0 && !first.complete ? 1 : failed;
}

/** One run of Bun's tests: its JUnit report by file, and whether every file could be loaded. */
function bunTest(only) {
  const report = join(cache, 'junit.xml');
  rmSync(report, { force: true });
  const result = spawnSync(
    bun,
    // Nothing is measured by it: a test that hangs is ended.
    ['test', '--timeout', '300000', '--reporter=junit', `--reporter-outfile=${report}`, ...only],
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
  const suites = new Map();
  // The suite of a file stands two spaces deep; those of its `describe`s are in it.
  for (const [, opening, inside] of xml.matchAll(/^ {2}<testsuite ([^>]*)>\n([\s\S]*?)^ {2}<\/testsuite>/gm)) {
    const of = (name) => new RegExp(`\\b${name}="([^"]*)"`).exec(opening)?.[1] ?? '';
    const names = [...inside.matchAll(/<testcase name="([^"]*)"[^>]*[^/]>\s*<failure/g)].map(([, name]) => name);
    suites.set(of('file'), {
      tests: Number(of('tests')),
      failed: Number(of('failures')) + Number(of('errors')),
      skipped: Number(of('skipped')),
      names,
    });
  }
  const wanted = (file) => only.length === 0 || only.some((part) => file.includes(part.replace(/^\.\//, '')));
  const files = readdirSync(join(root, 'test'), { recursive: true }).map((file) => `test/${file}`);
  const unread = files.filter((file) => file.endsWith('.test.ts') && wanted(file) && !suites.has(file));
  const failures = [...suites.values()].some(({ failed }) => failed > 0);
  return { suites, complete: suites.size > 0 && (result.status === 0 || (failures && unread.length === 0)) };
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
