/** The part of oidc-provider that the tests use; it brings no types of its own. */
declare module 'oidc-provider' {
  import type { Server } from 'node:http';
  // biome-ignore lint/style/noDefaultExport: it is how the package exports it
  export default class Provider {
    constructor(issuer: string, configuration: Readonly<Record<string, unknown>>);
    callback(): Parameters<typeof import('node:http').createServer>[1];
    listen(port: number, host: string, ready: () => void): Server;
  }
}
