/**
 * Serves the dashboard. Bun would serve an HTML import by itself, but without headers of ours; a page that makes keys needs its
 * content-security-policy, and `frame-ancestors` only counts as a header. So the same bundle is answered from here.
 */
import { basename } from 'node:path';
import index from '../../dashboard/index.html';

/** A route as Bun.serve takes it; any other method than GET and HEAD falls through to the app. */
export interface Page {
  readonly GET: (request: Request) => Promise<Response>;
  readonly HEAD: (request: Request) => Promise<Response>;
}

/** Every path the dashboard's own router knows. */
const PATHS = [
  '/',
  '/sign-in',
  '/sign-in-link',
  '/profile',
  '/audit',
  '/workspaces',
  '/workspaces/:name',
  '/providers',
  '/users',
] as const;

const ASSETS = '/assets/';

/** Nothing but our own files, no inline script or style, no frame around it (w3.org/TR/CSP3). */
const SECURITY_HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
};

interface Asset {
  readonly type: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly gzipped: Uint8Array<ArrayBuffer>;
}

interface Bundle {
  readonly page: Asset;
  /** By URL path. */
  readonly assets: ReadonlyMap<string, Asset>;
}

let loading: Promise<Bundle> | undefined;

/** From the executable, or built from the sources on the first visit: the gateway's start does not wait for it. */
function bundle(): Promise<Bundle> {
  loading ??= (index.files === undefined ? buildBundle() : embeddedBundle(index.files)).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function buildBundle(): Promise<Bundle> {
  const { outputs } = await Bun.build({
    entrypoints: [index.index],
    target: 'browser',
    minify: true,
    publicPath: ASSETS,
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return collect(outputs.map((output) => ({ url: ASSETS + basename(output.path), file: output })));
}

/** `bun build --compile` has built it already; the page refers to its files from the root. */
function embeddedBundle(files: NonNullable<typeof index.files>): Promise<Bundle> {
  return collect(
    files.map(({ path, headers }) => ({
      url: `/${basename(path)}`,
      file: Bun.file(path, { type: headers['content-type'] }),
    })),
  );
}

async function collect(files: readonly { readonly url: string; readonly file: Blob }[]): Promise<Bundle> {
  let page: Asset | undefined;
  const assets = new Map<string, Asset>();
  for (const { url, file } of files) {
    const plain = new Uint8Array(await file.arrayBuffer());
    const asset = { type: file.type, plain, gzipped: Bun.gzipSync(plain) };
    if (url.endsWith('.html')) page = asset;
    else assets.set(url, asset);
  }
  if (page === undefined) throw new Error('the dashboard was built without its page');
  return { page, assets };
}

async function answerPage(request: Request): Promise<Response> {
  const { page } = await bundle();
  return answer(request, page, { ...SECURITY_HEADERS, 'cache-control': 'no-cache' });
}

/** Names carry a hash of the content, so a browser may keep them. */
async function answerAsset(request: Request): Promise<Response> {
  const asset = (await bundle()).assets.get(new URL(request.url).pathname);
  if (asset === undefined) return new Response('Not found', { status: 404, headers: SECURITY_HEADERS });
  return answer(request, asset, { ...SECURITY_HEADERS, 'cache-control': 'public, max-age=31536000, immutable' });
}

function answer(request: Request, { type, plain, gzipped }: Asset, headers: Record<string, string>): Response {
  const zipped = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
  return new Response(zipped ? gzipped : plain, {
    headers: {
      ...headers,
      'content-type': type,
      vary: 'accept-encoding',
      ...(zipped ? { 'content-encoding': 'gzip' } : {}),
    },
  });
}

const page: Page = { GET: answerPage, HEAD: answerPage };
const asset: Page = { GET: answerAsset, HEAD: answerAsset };

/** Pages of the dashboard and their files, as routes for Bun.serve. */
export const dashboardPages: Readonly<Record<string, Page>> = {
  ...Object.fromEntries(PATHS.map((path) => [path, page])),
  [`${ASSETS}*`]: asset,
  ...Object.fromEntries(
    (index.files ?? []).filter(({ loader }) => loader !== 'html').map(({ path }) => [`/${basename(path)}`, asset]),
  ),
};
