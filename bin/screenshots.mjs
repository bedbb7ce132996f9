#!/usr/bin/env node
// `npm run screenshots [-- NAME ...]`: pictures of the dashboard's pages into docs/screenshots.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { install, root } from './install.mjs';

const result = spawnSync(
  install({ dev: true }),
  [join(root, 'test', 'browser', 'screenshots.ts'), ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
process.exitCode = result.status ?? 1;
