#!/usr/bin/env node
// `npm run build [-- FILE]`: one executable that holds Bun, the server and the dashboard, and needs nothing else.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fail, install, root } from './install.mjs';

const bun = install({ dev: false });
const windows = process.platform === 'win32';
const outfile = resolve(process.argv[2] ?? join(root, 'dist', windows ? 'onefirewall.exe' : 'onefirewall'));
mkdirSync(dirname(outfile), { recursive: true });
const result = spawnSync(
  bun,
  [
    'build',
    '--compile',
    // Halves the time to start; costs 8 MB of 120.
    '--bytecode',
    '--format=esm',
    '--minify',
    '--keep-names',
    // A bunfig.toml that lies where the executable is started must not preload code into it.
    '--no-compile-autoload-bunfig',
    // Without it no package outside the executable can be loaded: onnxruntime-node, which is never inside.
    '--compile-autoload-package-json',
    join(root, 'src', 'main.ts'),
    // A thread of its own needs an entry of its own; found by its path from src (src/request-path/workers/worker-line.ts).
    join(root, 'src', 'request-path', 'workers', 'inspection-worker.ts'),
    `--outfile=${outfile}`,
  ],
  // Read while the dashboard is bundled: React's development build is twice as large and slower.
  { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, NODE_ENV: 'production' } },
);
if (result.status !== 0) fail('The executable could not be built: see above.');
console.log(outfile);
