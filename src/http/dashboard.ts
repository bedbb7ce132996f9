/**
 * Serves the dashboard. Bun would serve an HTML import by itself, but without headers of ours; a page that makes keys needs its
 * content-security-policy, and `frame-ancestors` only counts as a header. So the same bundle is answered from here.
 */
import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import index from '../../dashboard/index.html';

/** A route as Bun.serve takes it; any other method than GET and HEAD falls through to the app. */
export interface Page {
  readonly GET: (request: Request) => Promise<Response>;
  readonly HEAD: (request: Request) => Promise<Response>;
}

/** Every path the dashboard's own router knows (dashboard/src/router.tsx). */
const PATHS = [
  '/',
  '/sign-in',
  '/sign-in/openid',
  '/sign-in-link',
  '/two-factor',
  '/profile',
  '/playground',
  '/audit',
  '/audit/:id',
  '/workspaces',
  '/workspaces/:name',
  '/providers',
  '/users',
  '/settings',
  '/reference',
] as const;

const ASSETS = '/assets/';

/**
 * Nothing but our own files, no inline script, no frame around it (w3.org/TR/CSP3). Style sheets that Mantine writes at run time carry
 * the nonce of their page. The one Trusted Types policy is the dashboard's own and lets no markup through (dashboard/src/style-policy.ts).
 */
function contentSecurityPolicy(styleNonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${styleNonce}'`,
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

const SECURITY_HEADERS = {
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
  /** Made when it is first asked for: all of them at once would hold other requests up. */
  gzipped?: Uint8Array<ArrayBuffer>;
}

interface Bundle {
  /** The page, with `style-nonce` where its nonce belongs. */
  readonly page: string;
  /** By URL path. */
  readonly assets: ReadonlyMap<string, Asset>;
}

let loading: Promise<Bundle> | undefined;

/** From the executable, or built from the sources on the first visit: the gateway's start does not wait for it. */
function bundle(): Promise<Bundle> {
  loading ??= ('packed' in index ? unpack(index as unknown as Packed) : build()).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Pages that are not the first are chunks of their own, loaded when they are opened. */
async function build(): Promise<Bundle> {
  const { outputs } = await Bun.build({
    entrypoints: [index.index],
    target: 'browser',
    minify: true,
    splitting: true,
    publicPath: ASSETS,
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return collect(outputs.map((output) => ({ name: basename(output.path), file: output })));
}

/** What bin/build-executable.ts puts in the place of index.html: the files of the same bundle, embedded. */
interface Packed {
  readonly packed: readonly { readonly name: string; readonly type: string; readonly path: string }[];
}

function unpack({ packed }: Packed): Promise<Bundle> {
  return collect(packed.map(({ name, type, path }) => ({ name, file: Bun.file(path, { type }) })));
}

async function collect(files: readonly { readonly name: string; readonly file: Blob }[]): Promise<Bundle> {
  let page: string | undefined;
  const assets = new Map<string, Asset>();
  for (const { name, file } of files) {
    if (name.endsWith('.html')) {
      page = await file.text();
      continue;
    }
    const plain = new Uint8Array(await file.arrayBuffer());
    assets.set(ASSETS + name, { type: file.type, plain });
  }
  if (page === undefined) throw new Error('the dashboard was built without its page');
  return withAllStyles(page, assets);
}

/** Bun links the style sheet of the first chunk only; those of the pages that come later are a few lines each, and are joined. */
function withAllStyles(page: string, assets: Map<string, Asset>): Bundle {
  const missing = [...assets].filter(([url]) => url.endsWith('.css') && !page.includes(url));
  const plain = Buffer.concat(missing.sort(([one], [other]) => (one < other ? -1 : 1)).map(([, { plain }]) => plain));
  const url = `${ASSETS}pages-${Bun.hash(plain).toString(36)}.css`;
  assets.set(url, { type: 'text/css;charset=utf-8', plain });
  const link = `<link rel="stylesheet" crossorigin href="${url}">`;
  return { page: page.replace('</head>', `${link}</head>`), assets };
}

async function answerPage(status: 200 | 404): Promise<Response> {
  const { page } = await bundle();
  const styleNonce = randomBytes(18).toString('base64');
  return new Response(page.replace('nonce="style-nonce"', `nonce="${styleNonce}"`), {
    status,
    headers: {
      ...SECURITY_HEADERS,
      'content-security-policy': contentSecurityPolicy(styleNonce),
      'content-type': 'text/html;charset=utf-8',
      // A nonce is good for one answer.
      'cache-control': 'no-store',
    },
  });
}

/** Names carry a hash of the content, so a browser may keep them. */
async function answerAsset(request: Request): Promise<Response> {
  const asset = (await bundle()).assets.get(new URL(request.url).pathname);
  if (asset === undefined) return new Response('Not found', { status: 404, headers: SECURITY_HEADERS });
  const zipped = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
  if (zipped) asset.gzipped ??= Bun.gzipSync(asset.plain);
  return new Response(zipped ? asset.gzipped : asset.plain, {
    headers: {
      ...SECURITY_HEADERS,
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': asset.type,
      vary: 'accept-encoding',
      ...(zipped ? { 'content-encoding': 'gzip' } : {}),
    },
  });
}

const answerFound = (): Promise<Response> => answerPage(200);
const page: Page = { GET: answerFound, HEAD: answerFound };
const asset: Page = { GET: answerAsset, HEAD: answerAsset };

/** Pages of the dashboard and their files, as routes for Bun.serve. */
export const dashboardPages: Readonly<Record<string, Page>> = {
  ...Object.fromEntries(PATHS.map((path) => [path, page])),
  [`${ASSETS}*`]: asset,
};

/** A person at an address that nobody has: the dashboard says so. Undefined for programs, and for addresses of the API. */
export function missingPage(request: Request): Promise<Response> | undefined {
  if (request.method !== 'GET' || !/\btext\/html\b/.test(request.headers.get('accept') ?? '')) return undefined;
  return /^\/(?:api|v1|health|metrics)(?:\/|$)/.test(new URL(request.url).pathname) ? undefined : answerPage(404);
}
