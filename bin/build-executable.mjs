// Run by Bun from bin/build.mjs: bundles the dashboard, then compiles the server with the dashboard's files inside.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { root } from './install.mjs';

const outfile = process.argv[2];
const folder = mkdtempSync(join(tmpdir(), 'onefirewall-dashboard-'));
try {
  const dashboard = await bundleDashboard();
  await Bun.build({
    entrypoints: [
      join(root, 'src', 'main.ts'),
      // A thread of its own needs an entry of its own; found by its path from src (src/request-path/workers/worker-line.ts).
      join(root, 'src', 'request-path', 'workers', 'inspection-worker.ts'),
      join(root, 'src', 'storage', 'sqlite-checkpoint-worker.ts'),
    ],
    root: join(root, 'src'),
    target: 'bun',
    format: 'esm',
    minify: { whitespace: true, identifiers: true, syntax: true, keepNames: true },
    // Halves the time to start; costs 8 MB of 120.
    bytecode: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [embed(dashboard)],
    compile: {
      outfile,
      // A bunfig.toml that lies where the executable is started must not preload code into it.
      autoloadBunfig: false,
      // Without it no package outside the executable can be loaded: onnxruntime-node, which is never inside.
      autoloadPackageJson: true,
    },
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The same options as in src/http/dashboard.ts: its pages ask for their chunks by these names. */
async function bundleDashboard() {
  const { outputs } = await Bun.build({
    entrypoints: [join(root, 'dashboard', 'index.html')],
    target: 'browser',
    minify: true,
    splitting: true,
    publicPath: '/assets/',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const files = [];
  for (const output of outputs) {
    const name = basename(output.path);
    // The ending keeps the bundler from taking the file for a module of the server.
    const path = join(folder, `${name}.embedded`);
    writeFileSync(path, new Uint8Array(await output.arrayBuffer()));
    files.push({ name, type: output.type, path });
  }
  return files;
}

/** Puts the finished files in the place of `import index from 'dashboard/index.html'`. */
function embed(files) {
  return {
    name: 'dashboard',
    setup(build) {
      build.onResolve({ filter: /dashboard\/index\.html$/ }, () => ({ path: 'packed-dashboard', namespace: 'packed' }));
      build.onLoad({ filter: /.*/, namespace: 'packed' }, () => ({
        loader: 'js',
        contents: [
          ...files.map(({ path }, index) => `import file${index} from ${JSON.stringify(path)} with { type: 'file' };`),
          `const packed = [${files.map(({ name, type }, index) => `{ name: ${JSON.stringify(name)}, type: ${JSON.stringify(type)}, path: file${index} }`)}];`,
          'export default { packed };',
        ].join('\n'),
      }));
    },
  };
}
