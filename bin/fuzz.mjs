#!/usr/bin/env node
// `npm run fuzz [-- --minutes 10] [-- FILE ...]`: the property tests again and again, every round with cases that were never drawn before.
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { install, root } from './install.mjs';

const { values, positionals } = parseArgs({
  options: { minutes: { type: 'string', default: '10' } },
  allowPositionals: true,
});
const minutes = Number(values.minutes);
if (!(minutes > 0)) {
  console.error('fuzz: --minutes must be a number above 0');
  process.exit(2);
}
const bun = install({ dev: true });
const files = positionals.length > 0 ? positionals : propertyTests();
const end = Date.now() + minutes * 60_000;
let rounds = 0;
let failures = 0;
while (Date.now() < end) {
  const seed = randomInt(2 ** 31);
  const result = spawnSync(bun, ['test', '--timeout', '300000', ...files], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, PROPERTY_SEED: String(seed) },
  });
  if (result.status !== 0) console.log(`${result.stdout}\n${result.stderr}`);
  if (result.status === null) process.exit(1);
  rounds++;
  failures += result.status === 0 ? 0 : 1;
  console.log(`round ${rounds}, seed ${seed}: ${result.status === 0 ? 'passed' : 'FAILED'}`);
}
console.log(`${rounds} rounds of ${files.length} files, ${failures} failed`);
process.exitCode = failures === 0 ? 0 : 1;

function propertyTests() {
  return readdirSync(join(root, 'test'), { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join('test', name))
    .filter((name) => /fast-check|arbitrar|conversations\.ts/.test(readFileSync(join(root, name), 'utf8')));
}
