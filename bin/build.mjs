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
const result = spawnSync(bun, [join(root, 'bin', 'build-executable.mjs'), outfile], {
  cwd: root,
  stdio: ['ignore', 2, 2],
  // Read while the dashboard is bundled: React's development build is twice as large and slower.
  env: { ...process.env, NODE_ENV: 'production' },
});
if (result.status !== 0) fail('The executable could not be built: see above.');
console.log(outfile);
